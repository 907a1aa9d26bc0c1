package org.startex.scenario;

import java.util.List;
import org.startex.kernel.CellCode;

/** A cell: players who sit, stand or work together. */
public record Cell(CellCode code, String title, List<CellRole> roles) {
    public Cell {
        roles = List.copyOf(roles);
    }
}
