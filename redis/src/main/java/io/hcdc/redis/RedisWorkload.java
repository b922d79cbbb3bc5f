package io.hcdc.redis;

import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import java.util.BitSet;
import java.util.Map;

/** Numbered writes of an application, which can be read back. */
final class RedisWorkload implements Workload, Ledger {
    private final Application application;
    private final Books books;

    RedisWorkload(Application application, Books books) {
        this.application = application;
        this.books = books;
    }

    @Override
    public Outcome attempt(int number) {
        return application.send(books.entry(number));
    }

    @Override
    public Map<String, BitSet> read() {
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
