package org.startex.feed;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A scenario with an inject of each channel at STARTEX, a picture, a map and a film of the largest size. */
final class ChannelsScenario {
    static final String SLUG = "channels";
    static final int FILM_BYTES = 20_000_000;

    private static final String SCENARIO = """
            format: 1
            title: Every channel
            hazard: Flood
            kind: tabletop
            aim: To see how each channel looks.
            marking: OFFICIAL
            code-word: WREN
            start: { date: 2026-05-14, time: "09:00", zone: Europe/London }
            length: "2:00"
            objectives:
              - { code: O1, title: First, text: To do one thing. }
            cells:
              - code: rest-centre
                title: Rest centre
                roles:
                  - { code: lead, title: Lead }
            phases:
              - { title: One, from: T+00:00 }
            no-duff: [Stop., Stay., Ring.]
            """;

    @SuppressWarnings("InlineFormatString")
    private static final String INJECTS = """
            - { number: "1", title: The caretaker rings, channel: phone, from: Caretaker of the sports hall, %1$s, text: "“It is me again. **The boiler is out.** What do I tell people?”" }
            - { number: "2", title: Nobody heard the siren, channel: radio, from: Police sergeant in the north field, %1$s, text: "“Tactical from north field, message, over."  }
            - { number: "3", title: Three coaches, channel: mail, from: Wendle Coaches, %1$s, text: "**To:** Rest centre\\n**Subject:** Coaches for Brackwater\\n\\nMorning,\\n\\nwe can let you have **three coaches**." }
            - { number: "4", title: A rumour, channel: social, from: Community page, %1$s, text: "**Shaz, Saltmarsh Haven**, 09:11\\nCHLORINE leak at the cold store!!!\\n\\n*412 shares*\\n\\n**Kev B** get out now" }
            - { number: "5", title: The front page, channel: news, from: Vale Courier, %1$s, text: "**VELLBRIDGE UNDER WATER** · *Saturday, 10:30*\\n\\nFamilies were taken from bedroom windows this morning.", attachments: [photo.png], alt: { photo.png: A street under water } }
            - { number: "6", title: From the touring field, channel: letter, from: Visitors, %1$s, text: "To whoever is in charge,\\n\\nthere were **58 of us** in the touring field." }
            - number: "7"
              title: "METHANE: release at Brackwater Storage"
              channel: methane
              from: Fire control
              %2$s
              text: |
                **EXERCISE.** Relayed at 09:00.

                - **M** Declared at 08:52 by the fire incident commander.
                - **E** Brackwater Storage, square D5.
                - **T** Release of **ammonia**.
                - **H** Toxic, corrosive gas.
                - **A** From the west by Wendle Road only.
                - **N** Three site workers hurt.
                - **E** Present: four fire engines. Asked for: an adviser.
            - { number: "8", title: The wind backs, channel: situation-report, from: Weather desk, %1$s, text: "**Wind report, 09:45. EXERCISE.**\\n\\n| time | from |\\n| --- | --- |\\n| now | west |", attachments: [film.mp4] }
            - { number: "9", title: Where it is, channel: map, from: Fire control, %1$s, text: "Brackwater at 09:45.", attachments: [brackwater.geojson, outage.geojson, quay.geojson] }
            - { number: "10", title: A councillor walks in, channel: in-person, from: Councillor, %1$s, text: "“These are my residents.”", objectives: [O1] }
            """;

    /** A map so wide that coasts and towns lie beneath. */
    private static final String OUTAGE = """
            {"type": "FeatureCollection", "title": "Without power at 18:20", "features": [
             {"type": "Feature", "properties": {"name": "Without power", "as": "area"}, "geometry": {"type": "Polygon", "coordinates": [[[-3.2, 54.9], [-0.2, 55.0], [0.2, 53.4], [-2.6, 53.2], [-3.2, 54.9]]]}},
             {"type": "Feature", "properties": {"name": "Control room", "as": "place"}, "geometry": {"type": "Point", "coordinates": [-1.9, 52.5]}},
             {"type": "Feature", "properties": {"name": "Cable", "as": "incident"}, "geometry": {"type": "Point", "coordinates": [-5.9, 50.0]}},
             {"type": "Feature", "properties": {"name": "Converter", "as": "place"}, "geometry": {"type": "Point", "coordinates": [-3.3, 58.4]}}]}
            """;

    /** A map of a quay, for which a small one shows where it lies. */
    private static final String QUAY = """
            {"type": "FeatureCollection", "title": "The quay", "features": [
             {"type": "Feature", "properties": {"name": "Leak", "as": "incident"}, "geometry": {"type": "Point", "coordinates": [-4.16, 50.365]}},
             {"type": "Feature", "properties": {"name": "Quay road", "as": "closed"}, "geometry": {"type": "LineString", "coordinates": [[-4.17, 50.36], [-4.15, 50.37]]}},
             {"type": "Feature", "properties": {"name": "Meeting point", "as": "place"}, "geometry": {"type": "Point", "coordinates": [-4.14, 50.37]}}]}
            """;

    private ChannelsScenario() {}

    /** Writes it into a folder of scenarios. */
    static void into(Path scenarios) throws IOException {
        Path folder = scenarios.resolve(SLUG);
        Files.createDirectories(folder.resolve("attachments"));
        Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
        String more = "due: T+00:00, to: [rest-centre]";
        Files.writeString(folder.resolve("injects.yaml"), INJECTS.formatted(more, "due: T+00:00\n  to: [rest-centre]"));
        Path attachments = folder.resolve("attachments");
        Files.copy(
                Path.of("scenarios", "caravan-site", "attachments", "brackwater-0945.geojson"),
                attachments.resolve("brackwater.geojson"));
        Files.writeString(attachments.resolve("outage.geojson"), OUTAGE);
        Files.writeString(attachments.resolve("quay.geojson"), QUAY);
        byte[] film = new byte[FILM_BYTES];
        for (int i = 12; i < film.length; i++) {
            film[i] = (byte) (i % 251);
        }
        System.arraycopy("    ftypisom".getBytes(StandardCharsets.US_ASCII), 0, film, 0, 12);
        Files.write(attachments.resolve("film.mp4"), film);
        BufferedImage photo = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(new Color(0x8F, 0xA6, 0xB8));
        pen.fillRect(0, 0, 320, 180);
        pen.setColor(new Color(0x47, 0x57, 0x66));
        pen.fillRect(40, 60, 80, 60);
        pen.fillRect(180, 40, 90, 80);
        pen.dispose();
        ImageIO.write(photo, "png", attachments.resolve("photo.png").toFile());
    }
}
