package io.hcdc.redis;

import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Readable;
import io.hcdc.api.drill.Workload;
import java.util.Map;

/** Numbered writes of an application, which can be read meanwhile and read back. */
final class RedisWorkload implements Workload, Ledger, Readable {
    private final Application application;
    private final Books books;

    RedisWorkload(Application application, Books books) {
        this.application = application;
        this.books = books;
    }

    @Override
    public Outcome attempt(int number) {
        return application.send(books.entry(number)).outcome();
    }

    @Override
    public Shown newest() {
        Application.Answer answer = application.send(books.question());
        return answer.outcome().kind() == Outcome.Kind.OK
                ? new Shown(answer.outcome(), Books.newest(answer.reply()))
                : Shown.nothing(answer.outcome());
    }

    @Override
    public Map<String, Held> read() {
        return books.read();
    }

    @Override
    public void erase() {
        books.erase();
    }

    @Override
    public void close() {
        application.close();
    }
}
