namespace InclusionPlatform.IntegrationTests.Mail;

/// <summary>What the test server does instead of its usual answer.</summary>
/// <param name="Text">The answer, lines separated by CRLF, or null for none.</param>
/// <param name="Closes">The connection is cut afterwards.</param>
/// <param name="Keeps">At the end of a message: the message is kept although the client is not told.</param>
/// <param name="Encrypts">After the answer the connection is encrypted, as after STARTTLS.</param>
internal sealed record TestReply(string? Text, bool Closes = false, bool Keeps = false, bool Encrypts = false)
{
    /// <summary>Cuts the connection without a word; a message just sent is not kept.</summary>
    public static TestReply Drop { get; } = new(null, Closes: true);

    /// <summary>Keeps the message, then cuts the connection without a word.</summary>
    public static TestReply KeepAndDrop { get; } = new(null, Closes: true, Keeps: true);

    /// <summary>Never answers, and leaves the connection open.</summary>
    public static TestReply Silence { get; } = new((string?)null);

    /// <summary>Answers so, and goes on.</summary>
    public static TestReply Say(string text) => new(text);

    /// <summary>Answers so, and cuts the connection.</summary>
    public static TestReply SayAndClose(string text) => new(text, Closes: true);
}

/// <summary>A mail as the server took it.</summary>
/// <param name="Connection">Number of the connection, from 1.</param>
/// <param name="Encrypted">Whether it came encrypted.</param>
/// <param name="User">Who had signed in.</param>
/// <param name="From">The envelope's sender.</param>
/// <param name="To">The envelope's recipients.</param>
/// <param name="Data">The message, dots taken back.</param>
internal sealed record ReceivedMail(int Connection, bool Encrypted, string? User, string From, IReadOnlyList<string> To, byte[] Data);
