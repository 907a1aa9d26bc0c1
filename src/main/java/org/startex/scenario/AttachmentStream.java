package org.startex.scenario;

import java.io.InputStream;
import java.util.Objects;

/** The content of an attachment, of which only one piece is held at a time. */
final class AttachmentStream extends InputStream {
    static final int PIECE = 65_536;

    private final AttachmentContent.Pieces pieces;
    private final long bytes;
    private byte[] piece = {};
    private long next;
    private int at;

    AttachmentStream(AttachmentContent.Pieces pieces, long bytes) {
        this.pieces = pieces;
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return filled() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public long skip(long count) {
        long left = piece.length - at + bytes - next;
        long skipped = Math.max(0, Math.min(count, left));
        long here = Math.min(skipped, piece.length - at);
        at += (int) here;
        next += skipped - here;
        return skipped;
    }

    @Override
    public int available() {
        return piece.length - at;
    }

    private boolean filled() {
        if (at < piece.length) {
            return true;
        }
        if (next >= bytes) {
            return false;
        }
        piece = pieces.read(next, (int) Math.min(PIECE, bytes - next));
        at = 0;
        next += piece.length;
        return piece.length > 0;
    }
}
