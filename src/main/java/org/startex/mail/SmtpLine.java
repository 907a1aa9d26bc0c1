package org.startex.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.startex.kernel.Texts;

/** A line to the mail server, opened when it is first needed. Handing over takes at most some tens of seconds. Not for more than one thread. */
final class SmtpLine implements AutoCloseable {
    private static final String MILLIS = "10000";
    private static final int LONGEST_ANSWER = 300;
    private static final int LAST_GOOD = 399;
    private static final int FIRST_PERMANENT = 500;

    private final MailServer server;
    private final Sender sender;
    private @Nullable SMTPTransport transport;

    SmtpLine(MailServer server) {
        this.server = server;
        this.sender = new Sender(server);
    }

    /** Spring's sender, with what it keeps to itself: its connection. */
    private static final class Sender extends JavaMailSenderImpl {
        Sender(MailServer server) {
            setHost(server.host());
            setPort(server.port());
            MailServer.Login login = server.login();
            if (login != null) {
                setUsername(login.user());
                setPassword(login.password());
            }
            boolean starttls = server.security() == MailServer.Security.STARTTLS;
            Properties properties = new Properties();
            properties.setProperty("mail.smtp.auth", Boolean.toString(login != null));
            properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
            properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
            properties.setProperty(
                    "mail.smtp.ssl.enable", Boolean.toString(server.security() == MailServer.Security.TLS));
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            properties.setProperty("mail.smtp.connectiontimeout", MILLIS);
            properties.setProperty("mail.smtp.timeout", MILLIS);
            properties.setProperty("mail.smtp.writetimeout", MILLIS);
            properties.setProperty("mail.smtp.quitwait", "false");
            properties.setProperty("mail.smtp.from", server.from().value());
            setJavaMailProperties(properties);
        }

        SMTPTransport connect() throws MessagingException {
            Transport connected = connectTransport();
            if (connected instanceof SMTPTransport smtp) {
                return smtp;
            }
            connected.close();
            throw new MessagingException(connected.getClass().getName());
        }
    }

    /** Opens the line if it is not open; empty when it is, else why it cannot be. */
    Optional<String> open() {
        SMTPTransport now = transport;
        if (now != null && now.isConnected()) {
            return Optional.empty();
        }
        try {
            transport = sender.connect();
            return Optional.empty();
        } catch (AuthenticationFailedException refused) {
            return Optional.of(Texts.of("mail").get("line.login-refused", answer(refused)));
        } catch (MessagingException failure) {
            return Optional.of(Texts.of("mail")
                    .get("line.no-connection", server.host() + ":" + server.port(), answer(root(failure))));
        }
    }

    /** Hands a letter over; the line must be open. */
    Handed hand(Letter letter, List<Enclosure.Whole> enclosed, Instant now) {
        SMTPTransport line = transport;
        if (line == null) {
            throw new IllegalStateException("the line is not open");
        }
        try {
            MimeMessage message = message(letter, enclosed, now);
            line.sendMessage(message, message.getAllRecipients());
            return new Handed.Taken(tidy(line.getLastServerResponse()));
        } catch (MessagingException failure) {
            return judge(failure);
        }
    }

    private Handed judge(MessagingException failure) {
        int code = 0;
        String said = answer(root(failure));
        for (Exception each = failure; each != null; each = next(each)) {
            int its = code(each);
            if (its > LAST_GOOD) {
                code = its;
                said = answer(each);
            }
        }
        if (code == 0) {
            return new Handed.Later(Texts.of("mail").get("line.broken", said), true);
        }
        return code >= FIRST_PERMANENT ? new Handed.Refused(said) : new Handed.Later(said, false);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private static int code(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException from -> from.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    private static Exception root(MessagingException failure) {
        return Stream.<Exception>iterate(failure, each -> each != null, SmtpLine::next)
                .reduce(failure, (before, after) -> after);
    }

    private static String answer(Exception failure) {
        String said = tidy(failure.getMessage());
        return said.isEmpty() ? failure.getClass().getSimpleName() : said;
    }

    private static String tidy(@Nullable String said) {
        String line =
                said == null ? "" : said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER);
    }

    private MimeMessage message(Letter letter, List<Enclosure.Whole> enclosed, Instant now) throws MessagingException {
        MimeMessage message = new Named(sender.getSession(), messageId(letter));
        MimeMessageHelper parts = new MimeMessageHelper(message, !enclosed.isEmpty(), StandardCharsets.UTF_8.name());
        parts.setFrom(from(letter));
        parts.setTo(letter.to().value());
        parts.setSubject(letter.subject());
        parts.setText(letter.body());
        for (Enclosure.Whole enclosure : enclosed) {
            parts.addAttachment(enclosure.name(), new ByteArrayResource(enclosure.content()), enclosure.type());
        }
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.simulated()) {
            message.setHeader("X-Startex-Exercise", letter.about().toString());
        }
        message.saveChanges();
        return message;
    }

    private InternetAddress from(Letter letter) throws MessagingException {
        try {
            return new InternetAddress(
                    server.from().value(),
                    Texts.of("mail").get(letter.simulated() ? "from.exercise" : "from.program"),
                    StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException(impossible.getMessage(), impossible);
        }
    }

    /** The same mail has the same, however often it is handed over. */
    private String messageId(Letter letter) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((letter.about() + "\n" + letter.key()).getBytes(StandardCharsets.UTF_8));
            return "<startex." + HexFormat.of().formatHex(hash, 0, 16) + "@"
                    + server.from().domain() + ">";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    @Override
    public void close() {
        SMTPTransport old = transport;
        transport = null;
        if (old != null) {
            try {
                old.close();
            } catch (MessagingException gone) {
                // the server has hung up before us
            }
        }
    }
}
