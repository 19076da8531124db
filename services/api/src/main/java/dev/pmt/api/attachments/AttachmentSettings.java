package dev.pmt.api.attachments;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of attachments.
 *
 * @param folder where their bytes are, a folder of this service alone; with neither that nor a bucket none are taken
 * @param s3 the bucket where their bytes are instead; in the folder they wait meanwhile
 * @param mostBytes how large one may be
 * @param most how many a task may have
 * @param keep how long bytes stay that no attachment names any more: longer than a backup takes
 * @param pruneEvery how often to look for such
 */
@ConfigurationProperties("pmt.attachments")
record AttachmentSettings(
        @DefaultValue("") String folder,
        @DefaultValue S3Settings s3,
        @DefaultValue("25MB") DataSize mostBytes,
        @DefaultValue("100") int most,
        @DefaultValue("24h") Duration keep,
        @DefaultValue("10m") Duration pruneEvery) {}
