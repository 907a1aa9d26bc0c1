package org.startex.conduct;

import java.util.List;

/** An inject's words as delivered; controller notes are never among them. */
public record DeliveredWords(String title, String from, String text, List<FileRef> files) {
    public DeliveredWords {
        files = List.copyOf(files);
    }
}
