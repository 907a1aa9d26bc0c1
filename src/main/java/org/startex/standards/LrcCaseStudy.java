package org.startex.standards;

import java.util.List;
import org.startex.kernel.LrcCode;

/**
 * What the manual shows by way of example: a made-up partnership's priority groups and modular responses. They are demonstration data, never a
 * real partnership's record, and the manual does not say which response serves which group.
 */
public record LrcCaseStudy(List<Group> groups, List<Response> responses) {
    public LrcCaseStudy {
        groups = List.copyOf(groups);
        responses = List.copyOf(responses);
    }

    /**
     * A priority group of the case study.
     *
     * @param needs the types of need, in the case study's order
     * @param scale how many, for instance {@code 2,000 households}
     */
    public record Group(
            LrcCode code, String name, String rationale, String description, List<String> needs, String scale) {
        public Group {
            needs = List.copyOf(needs);
        }
    }

    /** A modular response of the case study and what it comprises. */
    public record Response(LrcCode code, String title, List<String> comprises) {
        public Response {
            comprises = List.copyOf(comprises);
        }
    }
}
