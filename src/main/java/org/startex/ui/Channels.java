package org.startex.ui;

import org.startex.kernel.Channel;

/** How channels look and what they are called. */
public final class Channels {
    private Channels() {}

    /** The name of the channel's icon. */
    public static String icon(Channel channel) {
        return switch (channel) {
            case PHONE -> "phone";
            case RADIO -> "radio";
            case MAIL -> "mail";
            case SOCIAL -> "social";
            case NEWS -> "news";
            case LETTER -> "letter";
            case METHANE -> "methane";
            case SITUATION_REPORT -> "report";
            case MAP -> "map";
            case IN_PERSON -> "person";
        };
    }

    /** The channel's name, for instance {@code Situation report}. */
    public static String word(Channel channel) {
        return Words.say("channel." + channel.code());
    }
}
