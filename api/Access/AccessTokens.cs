using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using InclusionPlatform.Api.Access.Clients;
using InclusionPlatform.Shared.Privacy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InclusionPlatform.Api.Access;

/// <summary>Short-lived signed JWTs of API clients (OAuth 2.0 client credentials, RFC 6749 section 4.4; RFC 9068 for the shape).</summary>
internal sealed class AccessTokens(IServiceScopeFactory scopes, IFieldCipher cipher, TimeProvider clock) : IDisposable
{
    public const string Scheme = "Bearer";
    public const string ScopeClaim = "scope";

    /// <summary>What a refusal asks for (RFC 6750, 3).</summary>
    public const string Challenge = "Bearer realm=\"inclusion-platform\"";
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private const string Issuer = "inclusion-platform";
    private const string Audience = "inclusion-platform-api";

    private const string SelectKey = "select protected_key from access_signing_key order by created_at desc, id desc";

    private const string InsertKey = """
        insert into access_signing_key (id, protected_key, created_at)
        select @Id, @Key, @At
        where  not exists (select 1 from access_signing_key)
        """;

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };
    private readonly SemaphoreSlim making = new(1, 1);
    private SymmetricSecurityKey? key;

    public async Task<string> IssueAsync(Guid clientId, string name, string scope, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            TokenType = "at+jwt",
            Claims = new Dictionary<string, object> { ["sub"] = clientId.ToString(), ["name"] = name, [ScopeClaim] = scope, ["jti"] = Guid.CreateVersion7().ToString() },
            SigningCredentials = new(await KeyAsync(ct), SecurityAlgorithms.HmacSha256),
        });
    }

    public async Task<ClaimsPrincipal?> ReadAsync(string token, CancellationToken ct)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            ValidTypes = ["at+jwt"],
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = await KeyAsync(ct),
            LifetimeValidator = (from, until, _, _) => from <= clock.GetUtcNow().UtcDateTime && clock.GetUtcNow().UtcDateTime < until,
        });
        if (!result.IsValid)
        {
            return null;
        }

        return new(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, (string)result.Claims["sub"]),
                new(ClaimTypes.Name, (string)result.Claims["name"]),
                new(ScopeClaim, (string)result.Claims[ScopeClaim]),
            ],
            Scheme));
    }

    public void Dispose() => making.Dispose();

    private async ValueTask<SymmetricSecurityKey> KeyAsync(CancellationToken ct)
    {
        if (key is not null)
        {
            return key;
        }

        await making.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IDbSession>();
            await db.ExecuteAsync(
                InsertKey,
                new { Id = Guid.CreateVersion7(), Key = cipher.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(64))), At = clock.GetUtcNow() },
                ct);
            var stored = (await db.TopAsync<string>(SelectKey, null, 1, ct))[0];
            return key = new(Convert.FromBase64String(cipher.Unprotect(stored)!));
        }
        finally
        {
            making.Release();
        }
    }
}

/// <summary>Recognises <c>Authorization: Bearer</c>.</summary>
internal sealed class AccessTokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessTokens tokens, ClientStamps clients, RightRegistry rights)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var principal = await tokens.ReadAsync(header["Bearer ".Length..].Trim(), Context.RequestAborted);
        return principal is not null && await clients.IsActiveAsync(Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!), Context.RequestAborted)
            ? AuthenticateResult.Success(new(principal, AccessTokens.Scheme))
            : AuthenticateResult.Fail("token");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? $"{AccessTokens.Challenge}, error=\"invalid_token\""
            : AccessTokens.Challenge;
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        var metadata = Context.GetEndpoint()?.Metadata;
        var scope = (metadata?.GetMetadata<RightOrOwn>()?.Right ?? metadata?.GetMetadata<IAuthorizeData>()?.Policy) is { } right && rights.All.TryGetValue(right, out var known) && known.ForClients ? $", scope=\"{right}\"" : "";
        Response.Headers.WWWAuthenticate = $"{AccessTokens.Challenge}, error=\"insufficient_scope\"{scope}";
        return Task.CompletedTask;
    }
}
