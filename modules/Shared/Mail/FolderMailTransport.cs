using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace InclusionPlatform.Shared.Mail;

/// <summary>
/// Puts each mail as one <c>.eml</c> file in a folder, under a name made of its Message-ID, so that a mail is there once however often it is sent.
/// A file appears whole or not at all: it is written and flushed beside, then renamed.
/// </summary>
public sealed partial class FolderMailTransport : IMailTransport, IMailProof
{
    private const int LongestName = 120;
    private const string Unfinished = ".tmp";
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);

    private readonly string _folder;
    private readonly TimeProvider _clock;

    /// <summary>Uses this folder, making it when it is first needed.</summary>
    public FolderMailTransport(string folder, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(clock);
        _folder = Path.GetFullPath(folder);
        _clock = clock;
    }

    /// <summary>The name of the file that holds the mail of this Message-ID, on any file system.</summary>
    public static string FileName(string messageId)
    {
        ArgumentNullException.ThrowIfNull(messageId);
        if (messageId.Length <= LongestName && SafeAsItIs().IsMatch(messageId))
        {
            return $"{messageId}.eml";
        }

        // Changed names carry a digest, so that two ids never share a file.
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)).AsSpan(0, 16));
        var readable = Unsafe().Replace(messageId.ToLowerInvariant(), "_");
        return $"{readable[..Math.Min(readable.Length, LongestName / 2)].TrimStart('.')}-{digest}.eml";
    }

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        cancellationToken.ThrowIfCancellationRequested();
        var name = FileName(mail.MessageId);
        var target = Path.Combine(_folder, name);
        var unfinished = Path.Combine(_folder, $".{Guid.CreateVersion7(_clock.GetUtcNow()):N}{Unfinished}");
        try
        {
            Directory.CreateDirectory(_folder);
            if (!File.Exists(target))
            {
                await WriteDurably(mail, unfinished, cancellationToken);
                Publish(unfinished, target);
            }

            return new DeliveryResult.Accepted($"250 {name}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new DeliveryResult.Deferred(DeliveryStage.Connection, null, null, failure.GetType().Name);
        }
        finally
        {
            Discard(unfinished);
        }
    }

    /// <inheritdoc/>
    public bool WasDelivered(string messageId) => File.Exists(Path.Combine(_folder, FileName(messageId)));

    /// <inheritdoc/>
    public IMailSession OpenSession()
    {
        RemoveAbandoned();
        return new Session(this);
    }

    private static async Task WriteDurably(OutgoingMail mail, string path, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        MimeWriter.Write(mail, content);
        content.Position = 0;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await content.CopyToAsync(file, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private static void Publish(string unfinished, string target)
    {
        try
        {
            File.Move(unfinished, target, overwrite: false);
        }
        catch (IOException) when (File.Exists(target))
        {
            // Somebody else delivered the same mail meanwhile: it is there, which is what was asked.
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Left for RemoveAbandoned.
        }
    }

    private void RemoveAbandoned()
    {
        if (!Directory.Exists(_folder))
        {
            return;
        }

        // The times of files are the system's: a clock that shows another day must not take what is being written for abandoned.
        var limit = TimeProvider.System.GetUtcNow().UtcDateTime - AbandonedAfter;
        foreach (var path in Directory.EnumerateFiles(_folder, $".*{Unfinished}").Where(path => File.GetLastWriteTimeUtc(path) < limit))
        {
            Discard(path);
        }
    }

    [GeneratedRegex(@"\A[a-z0-9_-][a-z0-9@._-]*\z")]
    private static partial Regex SafeAsItIs();

    [GeneratedRegex("[^a-z0-9@._-]")]
    private static partial Regex Unsafe();

    private sealed class Session(FolderMailTransport transport) : IMailSession
    {
        public Task<DeliveryResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => transport.SendAsync(mail, cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
