package io.hcdc.core.image;

import io.hcdc.api.ImageSpec;
import io.hcdc.api.Problem;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.stack.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Builds one image from its context. */
public final class ImageBuilder {
    private final Engine engine;

    public ImageBuilder(Engine engine) {
        this.engine = engine;
    }

    /** Builds the image on the base. @throws OperationFailedException with the tail of the build's output */
    public void build(ImageSpec image, String base, Progress progress) {
        Progress.Task task = progress.begin("image " + image.name());
        List<String> output = Collections.synchronizedList(new ArrayList<>());
        Path context = unpack(image);
        try {
            engine.build(
                    context, ImageTag.of(image), Map.of("BASE", base), Map.of(Labels.IMAGE, image.name()), line -> {
                        output.add(line);
                        task.detail(line);
                    });
            task.done(ImageTag.of(image));
        } catch (EngineException e) {
            task.failed(e.getMessage());
            throw new OperationFailedException(
                    Problem.at("image " + image.name(), "the build failed: " + e.getMessage())
                            .hint("can containers reach the package sources? Try again with 'hcdc init'"),
                    output.subList(Math.max(0, output.size() - 15), output.size()),
                    e);
        } finally {
            delete(context);
        }
    }

    private static Path unpack(ImageSpec image) {
        try {
            Path folder = Files.createTempDirectory("hcdc-image-" + image.name());
            for (String file : image.files()) {
                Path target = folder.resolve(file);
                Files.write(target, image.read(file));
                // Scripts are copied into the image as they are here, and resources of a jar have no mode.
                target.toFile().setExecutable(true, false);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
