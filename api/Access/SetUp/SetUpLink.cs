using InclusionPlatform.Api.Hosting;
using MediatR;

namespace InclusionPlatform.Api.Access.SetUp;

/// <summary>While there is no administrator, each start prints a one-time address in the console that makes the first one.</summary>
internal sealed class SetUpLink(PlatformOptions options, IServiceScopeFactory scopes)
{
    /// <summary>Once the platform answers: an address that nobody can open would only be tried.</summary>
    public async Task OfferAsync(CancellationToken ct)
    {
        if (options.Demo)
        {
            return;
        }

        var token = Secrets.Token();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomePlatform();
        if (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new OfferSetUp(Secrets.HashOf(token)), ct))
        {
            // To the console and not to the log: logs are kept and read by many, this address makes an administrator.
            await Console.Out.WriteLineAsync($"""

                Primo avvio: per creare il primo amministratore aprire entro 24 ore, una volta sola, questo indirizzo:
                First start: to make the first administrator open this address within 24 hours, once only:

                    {options.PublicAddress.TrimEnd('/')}/set-up/{token}

                """);
        }
    }
}

/// <summary>Keeps the hash of a new one-time link, in the place of older ones, if there is no administrator yet. Answers whether it did.</summary>
internal sealed record OfferSetUp(string TokenHash) : ICommand<bool>;

internal sealed class OfferSetUpHandler(IDbSession db, TimeProvider clock) : IRequestHandler<OfferSetUp, bool>
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const string DeleteUnused = "delete from access_set_up_link where used_at is null";

    private const string Insert = "insert into access_set_up_link (token_hash, created_at, expires_at) values (@TokenHash, @Now, @ExpiresAt)";

    public async Task<bool> Handle(OfferSetUp request, CancellationToken cancellationToken)
    {
        if (await Administrators.ExistAsync(db, cancellationToken))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        await db.ExecuteAsync(DeleteUnused, null, cancellationToken);
        await db.ExecuteAsync(Insert, new { request.TokenHash, Now = now, ExpiresAt = now + Lifetime }, cancellationToken);
        return true;
    }
}

/// <summary>Whether somebody manages the platform already.</summary>
internal static class Administrators
{
    private const string Count = "select count(*) from access_user_role where role = 'administrator'";

    public static async Task<bool> ExistAsync(IDbSession db, CancellationToken ct) => await db.ScalarAsync<int>(Count, null, ct) > 0;
}
