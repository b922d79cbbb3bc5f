package io.hcdc.core.image;

import io.hcdc.api.ImageSpec;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.progress.Progress;
import java.util.List;

/**
 * The image of the containers that stand beside a node while a drill breaks it: with packet filters and the like, which
 * the nodes' own images need not have. It is built with a stack's images, so that a drill finds it.
 */
public final class FaultsImage {
    public static final ImageSpec SPEC = new ImageSpec(
            "faults",
            FaultsImage.class,
            List.of("Dockerfile", "packets", "link", "queue", "hold", "processes", "disk"));

    private FaultsImage() {}

    /** Makes sure that it is there: somebody may have removed it since the stack was brought up. */
    public static void ensure(Engine engine, Progress progress) {
        if (!engine.hasImage(ImageTag.of(SPEC))) {
            new ImageBuilder(engine).build(SPEC, new BaseImage(engine).ensure(progress), progress);
        }
    }
}
