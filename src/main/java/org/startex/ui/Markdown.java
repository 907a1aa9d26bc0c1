package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.startex.kernel.Channel;
import org.startex.scenario.ChannelForm;

/** Text that people wrote with Markdown. Whatever HTML is in it is shown as text, never obeyed; pictures are left out; what is nested deeper than anybody reads is shown as it was written. */
public final class Markdown {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> Markdown::quiet)
            .build();

    private Markdown() {}

    /** The text as a piece of the page. */
    public static Component of(String text) {
        return new Html("<div class=\"prose\">" + html(text) + "</div>");
    }

    /** The text in the form of its channel, as a piece of the page. */
    public static Component of(Channel channel, String text) {
        return new Html("<div class=\"prose\">" + ChannelForm.of(channel, text).html(Markdown::html) + "</div>");
    }

    static String html(String text) {
        try {
            return RENDERER.render(PARSER.parse(text)).replaceAll("<img[^>]*>", "");
        } catch (StackOverflowError nestedTooDeep) {
            return RENDERER.render(plain(text));
        }
    }

    private static Node plain(String text) {
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        return paragraph;
    }

    private static void quiet(Node node, String tag, Map<String, String> attributes) {
        if (tag.equals("a")) {
            attributes.put("rel", "noopener noreferrer");
            attributes.put("target", "_blank");
        }
        if (node instanceof Heading) {
            attributes.put("role", "presentation");
        }
    }
}
