using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>Everything before the first mail: connects, greets, encrypts, signs in.</summary>
internal sealed class SmtpGreeter(SmtpOptions options, TimeProvider clock)
{
    /// <exception cref="SmtpFailureException">The server cannot be used now.</exception>
    public async Task<SmtpConnection> ConnectAsync(CancellationToken ct)
    {
        var client = new TcpClient { NoDelay = true };
        Stream? stream = null;
        try
        {
            stream = await OpenAsync(client, ct);
            if (options.Security is SmtpSecurity.Tls)
            {
                stream = await EncryptAsync(stream, ct);
            }

            var wire = new SmtpWire(stream, clock);
            var stage = DeliveryStage.Greeting;
            try
            {
                Expect(await wire.ReadReplyAsync(options.CommandTimeout, ct), stage, "greeting refused");
                var abilities = await GreetAsync(wire, client, ct);
                if (options.Security is SmtpSecurity.StartTls)
                {
                    stage = DeliveryStage.Security;
                    await StartTlsAsync(wire, abilities, ct);
                    stream = await EncryptAsync(wire.Stream, ct);
                    wire = new SmtpWire(stream, clock);

                    // What was said in clear could have been altered on the way: the abilities are asked again (RFC 3207 4.2).
                    stage = DeliveryStage.Greeting;
                    abilities = await GreetAsync(wire, client, ct);
                }

                stage = DeliveryStage.SignIn;
                await SmtpSignIn.SignInAsync(wire, abilities, options, ct);
                return new SmtpConnection(client, wire, abilities, options);
            }
            catch (SmtpWireException failure)
            {
                throw new SmtpFailureException(stage, failure.Message);
            }
        }
        catch
        {
            if (stream is not null)
            {
                await stream.DisposeAsync();
            }

            client.Dispose();
            throw;
        }
    }

    private static void Expect(SmtpReply reply, DeliveryStage stage, string otherwise)
    {
        if (!reply.IsPositive)
        {
            throw new SmtpFailureException(stage, otherwise, reply);
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(options.ConnectTimeout, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
        try
        {
            await client.ConnectAsync(options.Host, options.Port, limit.Token);
            return client.GetStream();
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SmtpFailureException(DeliveryStage.Connection, "the server did not answer in time");
        }
        catch (SocketException failure)
        {
            throw new SmtpFailureException(DeliveryStage.Connection, failure.SocketErrorCode.ToString());
        }
    }

    private async Task<SmtpAbilities> GreetAsync(SmtpWire wire, TcpClient client, CancellationToken ct)
    {
        var name = options.LocalName is { Length: > 0 } given ? given : AddressLiteral(client);
        var reply = await wire.AskAsync($"EHLO {name}", options.CommandTimeout, ct);
        if (reply.IsPositive)
        {
            return SmtpAbilities.Of(reply);
        }

        // A server older than 1995 knows no EHLO and has no abilities.
        if (reply.Code is 500 or 502 or 504 or 550)
        {
            Expect(await wire.AskAsync($"HELO {name}", options.CommandTimeout, ct), DeliveryStage.Greeting, "greeting refused");
            return SmtpAbilities.None;
        }

        throw new SmtpFailureException(DeliveryStage.Greeting, "greeting refused", reply);
    }

    private static string AddressLiteral(TcpClient client)
    {
        var address = ((IPEndPoint)client.Client.LocalEndPoint!).Address;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? string.Create(CultureInfo.InvariantCulture, $"[IPv6:{new IPAddress(address.GetAddressBytes())}]")
            : $"[{address}]";
    }

    private async Task StartTlsAsync(SmtpWire wire, SmtpAbilities abilities, CancellationToken ct)
    {
        if (!abilities.StartTls)
        {
            throw new SmtpFailureException(DeliveryStage.Security, "the server offers no encryption");
        }

        Expect(await wire.AskAsync("STARTTLS", options.CommandTimeout, ct), DeliveryStage.Security, "encryption refused");

        // Answers injected in clear would otherwise be taken for protected ones (CVE-2011-0411 and its kin).
        if (wire.HasUnreadBytes)
        {
            throw new SmtpFailureException(DeliveryStage.Security, "the server said more than it was asked before encryption");
        }
    }

    private async Task<Stream> EncryptAsync(Stream plain, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(options.ConnectTimeout, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
        var encrypted = new SslStream(plain);
        try
        {
            await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host, CertificateChainPolicy = Trust() }, limit.Token);
            return encrypted;
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException or CryptographicException or UnauthorizedAccessException
            || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            await encrypted.DisposeAsync();
            throw new SmtpFailureException(DeliveryStage.Security, failure is AuthenticationException ? "the server's certificate is not trusted" : "encryption failed");
        }
        catch
        {
            await encrypted.DisposeAsync();
            throw;
        }
    }

    // Without a file the machine's own authorities decide. Revocation is not asked of anybody: relays live in closed networks.
    private X509ChainPolicy? Trust()
    {
        if (string.IsNullOrWhiteSpace(options.CertificateAuthorityFile))
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(options.CertificateAuthorityFile);
        return policy;
    }
}
