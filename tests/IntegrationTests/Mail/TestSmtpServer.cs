using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace InclusionPlatform.IntegrationTests.Mail;

/// <summary>
/// A real SMTP server on a free loopback port, in this process. It takes every mail and keeps it in memory;
/// <see cref="When"/> makes it answer otherwise. The verbs are those of the protocol, plus <c>CONNECT</c> for the
/// greeting and <c>.</c> for the end of a message.
/// </summary>
internal sealed class TestSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _received = new();
    private readonly ConcurrentQueue<(int Connection, string Line)> _commands = new();
    private readonly ConcurrentDictionary<string, Func<string, TestReply?>> _scripts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<int, Task> _conversations = new();
    private readonly Task _accepting;
    private int _connections;
    private int _disposed;

    public TestSmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Offers STARTTLS with this certificate.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Encrypts from the first byte, with <see cref="Certificate"/>.</summary>
    public bool EncryptsAtOnce { get; set; }

    /// <summary>Wants this user and password before a mail.</summary>
    public (string User, string Password)? Credentials { get; set; }

    /// <summary>Ways to sign in that are offered.</summary>
    public string SignInMethods { get; set; } = "PLAIN LOGIN";

    /// <summary>Further abilities, such as <c>SIZE 1000</c>.</summary>
    public IReadOnlyList<string> Abilities { get; set; } = ["8BITMIME", "SIZE 10000000"];

    /// <summary>The mails taken, in order.</summary>
    public IReadOnlyList<ReceivedMail> Received => [.. _received];

    /// <summary>All that clients said, message contents left out.</summary>
    public IReadOnlyList<(int Connection, string Line)> Commands => [.. _commands];

    /// <summary>Connections accepted so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Sets the answer to a verb; the function sees the whole command and returns null for the usual answer.</summary>
    public TestSmtpServer When(string verb, Func<string, TestReply?> answer)
    {
        _scripts[verb] = answer;
        return this;
    }

    /// <summary>Sets the answer to a verb for the first times only.</summary>
    public TestSmtpServer WhenFirst(int times, string verb, TestReply reply)
    {
        var seen = 0;
        return When(verb, _ => Interlocked.Increment(ref seen) <= times ? reply : null);
    }

    /// <summary>Stops listening; a test may do it early, to see what clients do without a server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        // A stopped listener cannot be asked for the next client, so the asking ends first.
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_conversations.Values);
        _listener.Dispose();
        _stop.Dispose();
    }

    internal TestReply? Scripted(string verb, string line) => _scripts.TryGetValue(verb, out var answer) ? answer(line) : null;

    internal void Heard(int connection, string line) => _commands.Enqueue((connection, line));

    internal void Keep(ReceivedMail mail) => _received.Enqueue(mail);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var number = Interlocked.Increment(ref _connections);
                _conversations[number] = ConverseAsync(client, number);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task ConverseAsync(TcpClient client, int number)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await using var conversation = new TestSmtpConversation(this, number, client.GetStream());
                await conversation.RunAsync(_stop.Token);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
            {
                // The client left, or the server was disposed.
            }
        }
    }
}
