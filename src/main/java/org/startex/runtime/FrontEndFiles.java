package org.startex.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * The files of the front end, which keep their names from version to version. A browser asks each time, and is told by what is in a file
 * whether its own is still good: a phone has a new version at its next look, and fetches nothing twice. The time of a file says nothing,
 * as the build gives every file the same.
 */
@Configuration(proxyBeanMethods = false)
class FrontEndFiles {
    private static final String ROOT = "META-INF/resources/";

    private final Map<String, String> tags = new ConcurrentHashMap<>();

    @Bean
    ResourceHttpRequestHandler appFiles() {
        return below("app/");
    }

    @Bean
    ResourceHttpRequestHandler playFiles() {
        return below("play/");
    }

    @Bean
    SimpleUrlHandlerMapping frontEndFilesMapping(
            ResourceHttpRequestHandler appFiles, ResourceHttpRequestHandler playFiles) {
        return new SimpleUrlHandlerMapping(
                Map.of("/app/**", appFiles, "/play/{file:.+\\.[a-z]+}", playFiles), Ordered.HIGHEST_PRECEDENCE + 100);
    }

    private ResourceHttpRequestHandler below(String folder) {
        ResourceHttpRequestHandler files = new ResourceHttpRequestHandler();
        files.setLocations(List.of(new ClassPathResource(ROOT + folder)));
        files.setCacheControl(CacheControl.noCache());
        files.setUseLastModified(false);
        files.setEtagGenerator(this::tag);
        files.setMediaTypes(Map.of("webmanifest", MediaType.valueOf("application/manifest+json")));
        return files;
    }

    /** Weak, since the container compresses nothing that has a strong one. */
    private String tag(Resource file) {
        return tags.computeIfAbsent(file.getDescription(), d -> "W/\"" + digest(file) + "\"");
    }

    private static String digest(Resource file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getContentAsByteArray());
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
