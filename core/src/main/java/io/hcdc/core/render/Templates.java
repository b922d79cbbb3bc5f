package io.hcdc.core.render;

import freemarker.cache.TemplateLoader;
import freemarker.core.OutputFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Fills in templates. A template that names something unknown is a bug of ours and fails loudly. */
final class Templates {
    private final Configuration freemarker = new Configuration(Configuration.VERSION_2_3_34);

    Templates() {
        this(PlainTextOutputFormat.INSTANCE);
    }

    Templates(OutputFormat format) {
        freemarker.setDefaultEncoding(StandardCharsets.UTF_8.name());
        freemarker.setOutputFormat(format);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setNumberFormat("computer");
        freemarker.setBooleanFormat("c");
        freemarker.setTemplateLoader((TemplateLoader) null);
    }

    /** Renders the template found as a resource beside the owner. */
    String render(Class<?> owner, String template, Map<String, Object> model) {
        String name = owner.getPackageName() + "/" + template;
        try (InputStream in = owner.getResourceAsStream(template)) {
            if (in == null) {
                throw new IllegalStateException("no template " + name);
            }
            StringWriter text = new StringWriter();
            new Template(name, new InputStreamReader(in, StandardCharsets.UTF_8), freemarker).process(model, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (TemplateException e) {
            throw new IllegalStateException(name + ": " + e.getMessageWithoutStackTop(), e);
        }
    }
}
