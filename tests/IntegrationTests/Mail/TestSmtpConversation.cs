using System.Net.Security;
using System.Text;

namespace InclusionPlatform.IntegrationTests.Mail;

/// <summary>One client of the test server.</summary>
internal sealed class TestSmtpConversation(TestSmtpServer server, int number, Stream stream) : IAsyncDisposable
{
    private readonly List<string> _to = [];
    private readonly byte[] _buffer = new byte[8192];
    private Stream _stream = stream;
    private string? _from;
    private string? _user;
    private bool _encrypted;
    private bool _over;
    private int _next;
    private int _filled;

    public async Task RunAsync(CancellationToken ct)
    {
        if (server.EncryptsAtOnce)
        {
            await EncryptAsync(ct);
        }

        await AnswerAsync(server.Scripted("CONNECT", string.Empty) ?? TestReply.Say("220 test.local ESMTP"), ct);
        while (!_over && await ReadLineAsync(ct) is { } line)
        {
            server.Heard(number, line);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (server.Scripted(verb, line) is { } scripted)
            {
                await AnswerAsync(scripted, ct);
                continue;
            }

            await ObeyAsync(verb, line, ct);
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private Task ObeyAsync(string verb, string line, CancellationToken ct) => verb switch
    {
        "EHLO" => SayAsync(Abilities(), ct),
        "HELO" or "NOOP" => SayAsync("250 OK", ct),
        "STARTTLS" when server.Certificate is not null && !_encrypted => StartTlsAsync(ct),
        "AUTH" => SignInAsync(line.Split(' '), ct),
        "MAIL" => MailAsync(line, ct),
        "RCPT" => RecipientAsync(line, ct),
        "DATA" => DataAsync(ct),
        "RSET" => ResetAsync(ct),
        "QUIT" => AnswerAsync(TestReply.SayAndClose("221 Bye"), ct),
        _ => SayAsync("502 5.5.1 Not known here", ct),
    };

    private string Abilities()
    {
        var lines = new List<string> { "test.local" };
        lines.AddRange(server.Abilities);
        if (server.Certificate is not null && !_encrypted)
        {
            lines.Add("STARTTLS");
        }

        if (server.Credentials is not null && (_encrypted || server.Certificate is null))
        {
            lines.Add($"AUTH {server.SignInMethods}");
        }

        return string.Join("\r\n", lines.Select((line, index) => $"250{(index < lines.Count - 1 ? '-' : ' ')}{line}"));
    }

    private Task StartTlsAsync(CancellationToken ct) => AnswerAsync(TestReply.Say("220 2.0.0 Go ahead") with { Encrypts = true }, ct);

    private async Task EncryptAsync(CancellationToken ct)
    {
        var encrypted = new SslStream(_stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, ct);
        _stream = encrypted;
        _encrypted = true;
        (_from, _user) = (null, null);
    }

    private async Task SignInAsync(string[] words, CancellationToken ct)
    {
        string user;
        string password;
        if (words[1].Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            var parts = Decoded(words[2]).Split('\0');
            (user, password) = (parts[1], parts[2]);
        }
        else
        {
            await SayAsync("334 VXNlcm5hbWU6", ct);
            user = Decoded(await ReadLineAsync(ct) ?? string.Empty);
            await SayAsync("334 UGFzc3dvcmQ6", ct);
            password = Decoded(await ReadLineAsync(ct) ?? string.Empty);
        }

        var known = server.Credentials == (user, password);
        _user = known ? user : null;
        await SayAsync(known ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong user or password", ct);
    }

    private Task MailAsync(string line, CancellationToken ct)
    {
        if (_from is not null)
        {
            return SayAsync("503 5.5.1 A mail is under way", ct);
        }

        if (server.Credentials is not null && _user is null)
        {
            return SayAsync("530 5.7.0 Sign in first", ct);
        }

        _from = Path(line);
        return SayAsync("250 2.1.0 OK", ct);
    }

    private Task RecipientAsync(string line, CancellationToken ct)
    {
        if (_from is null)
        {
            return SayAsync("503 5.5.1 No sender yet", ct);
        }

        _to.Add(Path(line));
        return SayAsync("250 2.1.5 OK", ct);
    }

    private async Task DataAsync(CancellationToken ct)
    {
        if (_to.Count == 0)
        {
            await SayAsync("503 5.5.1 No recipient yet", ct);
            return;
        }

        await SayAsync("354 Go on", ct);
        using var data = new MemoryStream();
        while (await ReadLineAsync(ct) is { } line)
        {
            if (line == ".")
            {
                await TakeAsync(data.ToArray(), ct);
                return;
            }

            data.Write(Encoding.Latin1.GetBytes(line.StartsWith('.') ? line[1..] : line));
            data.Write("\r\n"u8);
        }

        _over = true;
    }

    private async Task TakeAsync(byte[] data, CancellationToken ct)
    {
        var scripted = server.Scripted(".", string.Empty);
        if (scripted is null or { Keeps: true })
        {
            server.Keep(new ReceivedMail(number, _encrypted, _user, _from!, [.. _to], data));
        }

        Forget();
        await AnswerAsync(scripted ?? TestReply.Say($"250 2.0.0 Taken as {server.Received.Count}"), ct);
    }

    private Task ResetAsync(CancellationToken ct)
    {
        Forget();
        return SayAsync("250 2.0.0 OK", ct);
    }

    private void Forget()
    {
        _from = null;
        _to.Clear();
    }

    private Task SayAsync(string text, CancellationToken ct) => AnswerAsync(TestReply.Say(text), ct);

    private async Task AnswerAsync(TestReply reply, CancellationToken ct)
    {
        if (reply.Text is { } text)
        {
            await _stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), ct);
            await _stream.FlushAsync(ct);
        }

        if (reply.Encrypts)
        {
            await EncryptAsync(ct);
        }

        _over |= reply.Closes;
    }

    // A bare line feed is not a line end here: a client that sends one hangs, and its test fails.
    private async Task<string?> ReadLineAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_next == _filled)
            {
                _next = 0;
                _filled = await _stream.ReadAsync(_buffer, ct);
                if (_filled == 0)
                {
                    return null;
                }
            }

            line.Append((char)_buffer[_next++]);
            if (line[^1] == '\n' && line.Length > 1 && line[^2] == '\r')
            {
                return line.ToString(0, line.Length - 2);
            }
        }
    }

    private static string Path(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
