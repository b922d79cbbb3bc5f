package io.hcdc.core.image;

import io.hcdc.api.ImageSpec;

/** The reference of an image: its tag is the hash of its build context, so an unchanged context is an existing image. */
public final class ImageTag {
    private ImageTag() {}

    public static String of(ImageSpec image) {
        Digest digest = new Digest();
        image.files().stream().sorted().forEach(file -> digest.add(file).add(image.read(file)));
        return "hcdc/" + image.name() + ":" + digest.hex(12);
    }
}
