package org.startex.exchange;

/** What a document is written as. */
public enum ReportFormat {
    /** Word. */
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** Excel. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** PDF. */
    PDF("pdf", "application/pdf");

    private final String ending;
    private final String mediaType;

    ReportFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    ReportFile file(String name, byte[] content) {
        return new ReportFile(name + "." + ending, mediaType, content);
    }
}
