package dev.pmt.api.attachments;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Chooses the store by the settings, and has it pruned from time to time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AttachmentConfiguration {

    private static final Logger log = LoggerFactory.getLogger(AttachmentConfiguration.class);

    @Bean
    BlobStore attachmentStore(AttachmentSettings settings) {
        var folder = settings.folder();
        if (settings.s3().isGiven()) {
            var waiting = folder.isBlank() ? System.getProperty("java.io.tmpdir") : folder;
            return new S3Blobs(settings.s3(), new Incoming(Path.of(waiting, "incoming")));
        }
        return folder.isBlank() ? new NoBlobs() : new FolderBlobs(Path.of(folder));
    }

    @Bean
    SchedulingConfigurer pruningOfAttachments(AttachmentPruning pruning, AttachmentSettings settings) {
        return tasks -> tasks.addFixedDelayTask(
                () -> log.debug("Removed {} files that no attachment names", pruning.prune()), settings.pruneEvery());
    }
}
