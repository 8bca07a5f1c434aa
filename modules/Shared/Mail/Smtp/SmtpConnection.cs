using System.Net.Sockets;

namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>A server that is ready for mails.</summary>
internal sealed class SmtpConnection(TcpClient client, SmtpWire wire, SmtpAbilities abilities, SmtpOptions options) : IAsyncDisposable
{
    private const int Block = 16 * 1024;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>Mails tried on this connection.</summary>
    public int Transactions { get; private set; }

    /// <summary>False once the server closed it, or said so, or answered out of turn.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Forgets what the last mail left and, by the answer, tells whether the server is still there.</summary>
    public async Task<bool> ResetAsync(CancellationToken ct)
    {
        try
        {
            IsUsable = IsUsable && (await AskAsync("RSET", ct)).IsPositive;
        }
        catch (SmtpWireException)
        {
            IsUsable = false;
        }

        return IsUsable;
    }

    /// <summary>Sends one message.</summary>
    public async Task<DeliveryResult> TransmitAsync(string sender, string recipient, ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        Transactions++;
        if (!abilities.Takes(message.Length))
        {
            return new DeliveryResult.Refused(DeliveryStage.Content, 552, "5.3.4", "The message is larger than the server takes.");
        }

        var stage = DeliveryStage.Sender;
        try
        {
            var size = abilities.Size ? $" SIZE={message.Length}" : string.Empty;
            var reply = await AskAsync($"MAIL FROM:<{sender}>{size}", ct);
            if (!reply.IsPositive)
            {
                return Unwanted(reply, stage);
            }

            stage = DeliveryStage.Recipient;
            reply = await AskAsync($"RCPT TO:<{recipient}>", ct);
            if (!reply.IsPositive)
            {
                return Unwanted(reply, stage);
            }

            stage = DeliveryStage.Content;
            reply = await AskAsync("DATA", ct);
            if (reply.Code != 354)
            {
                return Unwanted(reply, stage);
            }

            await WriteBlocksAsync(SmtpContent.Stuffed(message.Span), ct);
        }
        catch (SmtpWireException failure)
        {
            IsUsable = false;
            return new DeliveryResult.Deferred(stage, null, null, failure.Message);
        }
        catch (OperationCanceledException)
        {
            IsUsable = false;
            throw;
        }

        return await FinishAsync(ct);
    }

    /// <summary>Says goodbye when somebody still listens, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (IsUsable)
            {
                await wire.AskAsync("QUIT", Farewell, CancellationToken.None);
            }
        }
        catch (SmtpWireException)
        {
            // Every mail has its answer already.
        }

        await wire.DisposeAsync();
        client.Dispose();
    }

    private Task<SmtpReply> AskAsync(string command, CancellationToken ct) => wire.AskAsync(command, options.CommandTimeout, ct);

    private async Task WriteBlocksAsync(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        for (var start = 0; start < content.Length; start += Block)
        {
            await wire.WriteAsync(content[start..Math.Min(start + Block, content.Length)], options.BlockTimeout, ct);
        }
    }

    // The point of no return: from here on silence means uncertainty, so a wish to stop only shortens the waiting.
    private async Task<DeliveryResult> FinishAsync(CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            IsUsable = false;
            throw new OperationCanceledException(ct);
        }

        using var patience = new CancellationTokenSource();
        using var stopping = ct.Register(() => patience.CancelAfter(options.AcceptanceTimeoutWhenStopping));
        try
        {
            await wire.WriteAsync(SmtpContent.Terminator, options.BlockTimeout, patience.Token);
            var reply = await wire.ReadReplyAsync(options.AcceptanceTimeout, patience.Token);
            if (reply.IsPositive)
            {
                return new DeliveryResult.Accepted($"{reply.Code} {reply.Text}");
            }

            if (reply.IsTransient || reply.IsPermanent)
            {
                return Unwanted(reply, DeliveryStage.Content);
            }

            IsUsable = false;
            return new DeliveryResult.Uncertain($"unexpected answer {reply.Code}");
        }
        catch (SmtpWireException failure)
        {
            IsUsable = false;
            return new DeliveryResult.Uncertain(failure.Message);
        }
        catch (OperationCanceledException)
        {
            IsUsable = false;
            return new DeliveryResult.Uncertain("stopped while waiting for the server's answer");
        }
    }

    private DeliveryResult Unwanted(SmtpReply reply, DeliveryStage stage)
    {
        // 421 announces the end of the connection; a positive code in the wrong place means that we no longer understand each other.
        IsUsable = IsUsable && (reply.IsTransient || reply.IsPermanent) && reply.Code != SmtpReply.ServiceClosing;
        return reply.ToFailure(stage);
    }
}
