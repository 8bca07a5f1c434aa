using System.Globalization;
using System.Text;

namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>Lines out and answers in, each within its time. After a failure the wire is good for nothing but disposal.</summary>
internal sealed class SmtpWire(Stream stream, TimeProvider clock) : IAsyncDisposable
{
    // RFC 5321 4.5.3.1.5 says 512 octets for a reply line; some servers say more. The bounds stop one that never ends.
    private const int LongestLine = 4096;
    private const int MostLines = 128;

    private readonly byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    public Stream Stream => stream;

    /// <summary>Something arrived that nobody asked for.</summary>
    public bool HasUnreadBytes => _start < _end;

    public async Task<SmtpReply> AskAsync(string command, TimeSpan within, CancellationToken ct)
    {
        await WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), within, ct);
        return await ReadReplyAsync(within, ct);
    }

    public Task WriteAsync(ReadOnlyMemory<byte> bytes, TimeSpan within, CancellationToken ct) =>
        Timed(
            async limit =>
            {
                await stream.WriteAsync(bytes, limit);
                await stream.FlushAsync(limit);
                return true;
            },
            within,
            ct);

    public Task<SmtpReply> ReadReplyAsync(TimeSpan within, CancellationToken ct) => Timed(ReadReplyAsync, within, ct);

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task<SmtpReply> ReadReplyAsync(CancellationToken ct)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(ct);
            var separator = line.Length > 3 ? line[3] : ' ';
            if (line.Length < 3 || separator is not (' ' or '-')
                || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 200 or > 599)
            {
                throw new SmtpWireException("the server does not speak SMTP");
            }

            lines.Add(line.Length > 4 ? line[4..] : string.Empty);
            if (separator == ' ')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new SmtpWireException("the server's answer does not end");
    }

    private async Task<string> ReadLineAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await stream.ReadAsync(_buffer, ct);
                if (_end == 0)
                {
                    throw new SmtpWireException("the server closed the connection");
                }
            }

            var octet = _buffer[_start++];
            if (octet == (byte)'\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            // What is not printable ASCII has no business in a record of deliveries.
            line.Append(octet is (byte)'\r' or (>= (byte)' ' and <= (byte)'~') ? (char)octet : '?');
        }

        throw new SmtpWireException("the server's answer does not end");
    }

    private async Task<T> Timed<T>(Func<CancellationToken, Task<T>> action, TimeSpan within, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(within, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
        try
        {
            return await action(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SmtpWireException("the server did not answer in time");
        }
        catch (Exception failure) when (failure is IOException and not SmtpWireException or ObjectDisposedException)
        {
            throw new SmtpWireException("the connection was lost", failure);
        }
    }
}
