package org.startex.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.vaadin.flow.component.Svg;
import java.net.URI;
import java.util.Map;

/** An address as a QR code, drawn as one path: black on white in every theme, as cameras want it. */
public final class QrCode extends Svg {
    private static final long serialVersionUID = 1L;
    private static final int QUIET_ZONE = 3;

    public QrCode(URI address, String label) {
        super(svg(address));
        addClassName("qr");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
    }

    static String svg(URI address) {
        BitMatrix bits = bits(address);
        int side = bits.getWidth();
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (bits.get(x, y)) {
                    int from = x;
                    while (x + 1 < side && bits.get(x + 1, y)) {
                        x++;
                    }
                    path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from + 1, x - from + 1));
                }
            }
        }
        return "<svg viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path fill=\"#000\" d=\"%s\"/></svg>"
                .formatted(side, side, side, side, path);
    }

    private static BitMatrix bits(URI address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address.toString(),
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("an address that fits no QR code", tooLong);
        }
    }
}
