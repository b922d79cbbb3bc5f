package io.hcdc.core.render;

import freemarker.core.HTMLOutputFormat;
import java.util.Map;

/** A template of HTML: every value is escaped unless the template says that it is markup already. */
public final class HtmlTemplate {
    private final Templates templates = new Templates(HTMLOutputFormat.INSTANCE);
    private final Class<?> owner;
    private final String file;

    /** @param file a resource, found as the owner finds its own */
    public HtmlTemplate(Class<?> owner, String file) {
        this.owner = owner;
        this.file = file;
    }

    public String render(Map<String, Object> model) {
        return templates.render(owner, file, model);
    }
}
