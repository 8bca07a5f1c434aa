using InclusionPlatform.Shared.Http;
using System.Text;
using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace InclusionPlatform.Api.Access;

/// <summary>OAuth 2.0 client credentials. Not a transaction: the slow hash must hold no lock.</summary>
internal sealed record IssueAccessToken(string ClientId, string ClientSecret, string? Scope) : IRequest<AccessToken>;

/// <summary>As RFC 6749 section 5.1 wants it.</summary>
/// <param name="Token">The JWT, to be sent as <c>Authorization: Bearer</c>.</param>
/// <param name="TokenType">Always Bearer.</param>
/// <param name="ExpiresIn">Seconds of life.</param>
/// <param name="Scope">Scopes given.</param>
internal sealed record AccessToken(
    [property: JsonPropertyName("access_token")] string Token,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("scope")] string Scope);

internal static class IssueAccessTokenEndpoint
{
    /// <summary>Where it is, for who names it or answers as RFC 6749 wants it there.</summary>
    public const string Address = "/api/v1/auth/token";

    public static void MapIssueAccessToken(this IEndpointRouteBuilder auth) => auth
        .MapForm("/token", Handle)
        .WithName("issueAccessToken")
        .WithSummary("Give a third-party system a short-lived access token")
        .WithDescription("OAuth 2.0 client credentials (RFC 6749, 4.4). Credentials in the form or as HTTP Basic.")
        .RequireRateLimiting(Http.RateLimits.SignIn)
        .DisableAntiforgery()
        .AllowAnonymous();

    private static async Task<IResult> Handle(
        HttpContext http, IMediator mediator, [FromForm(Name = "grant_type")] string? grantType, [FromForm(Name = "client_id")] string? clientId,
        [FromForm(Name = "client_secret")] string? clientSecret, [FromForm(Name = "scope")] string? scope, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        if (grantType is null || form.Any(field => field.Value.Count > 1))
        {
            throw new RequestException(StatusCodes.Status400BadRequest, "invalid_request", new(
                "Manca grant_type oppure un parametro è ripetuto.", "grant_type is missing, or a parameter is repeated."));
        }

        if (grantType != "client_credentials")
        {
            throw new RequestException(StatusCodes.Status400BadRequest, "unsupported_grant_type", new(
                "È previsto solo grant_type=client_credentials.", "Only grant_type=client_credentials is supported."));
        }

        var basic = Basic(http.Request.Headers.Authorization.ToString());
        if (basic is var (known, _) && (clientSecret is not null || (clientId is not null && clientId != known)))
        {
            throw new RequestException(StatusCodes.Status400BadRequest, "invalid_request", new(
                "Le credenziali vanno date in un solo modo: con HTTP Basic o nei campi del modulo.", "Give the credentials in one way only: with HTTP Basic or in the form's fields."));
        }

        var (id, secret) = basic ?? (clientId ?? "", clientSecret ?? "");
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await mediator.Send(new IssueAccessToken(id, secret, scope), ct));
    }

    private static (string, string)? Basic(string header)
    {
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':', 2);
            return parts is [var id, var secret] ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

internal sealed class IssueAccessTokenHandler(IDbSession db, IPasswordHasher<PlatformUser> hasher, AccessTokens tokens, TimeProvider clock) : IRequestHandler<IssueAccessToken, AccessToken>
{
    private static readonly PlatformUser Client = new();
    private static string? nobodysHash;

    private const string Select = """
        select id as Id, name as Name, secret_hash as SecretHash, scopes as Scopes
        from   access_api_client
        where  client_id = @ClientId and revoked_at is null
        """;

    private const string Touch = "update access_api_client set last_used_at = @At where id = @Id";

    public async Task<AccessToken> Handle(IssueAccessToken request, CancellationToken cancellationToken)
    {
        var client = await db.FindAsync<Known>(Select, new { request.ClientId }, cancellationToken);
        var hash = client?.SecretHash ?? (nobodysHash ??= hasher.HashPassword(Client, Guid.NewGuid().ToString()));
        if (hasher.VerifyHashedPassword(Client, hash, request.ClientSecret) == PasswordVerificationResult.Failed || client is null)
        {
            throw new RequestException(StatusCodes.Status401Unauthorized, "invalid_client", new("Credenziali del sistema non riconosciute.", "The system's credentials are not recognised."));
        }

        var given = client.Scopes.Split(' ');
        var asked = string.IsNullOrWhiteSpace(request.Scope) ? given : request.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (asked.Except(given).Any())
        {
            throw new RequestException(StatusCodes.Status400BadRequest, "invalid_scope", new(
                "È stato chiesto un permesso che l'amministratore non ha dato a questo sistema.", "A scope was asked for that the administrator did not give to this system."));
        }

        await db.ExecuteAsync(Touch, new { client.Id, At = clock.GetUtcNow() }, cancellationToken);
        var scope = string.Join(' ', asked);
        return new(await tokens.IssueAsync(client.Id, client.Name, scope, cancellationToken), "Bearer", (int)AccessTokens.Lifetime.TotalSeconds, scope);
    }

    private sealed record Known(Guid Id, string Name, string SecretHash, string Scopes);
}
