using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace InclusionPlatform.Api.Access;

/// <summary>The browser's session: an encrypted HttpOnly cookie that holds who it is, which roles and the security stamp.</summary>
internal static class Sessions
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string CookieName = "inclusion-session";
    public const string StampClaim = "stamp";
    public const string ForgeryHeader = "X-XSRF-TOKEN";
    private const string ForgeryCookie = "XSRF-TOKEN";

    /// <summary>The half of the anti-forgery pair that pages cannot read.</summary>
    public const string SecretForgeryCookie = "inclusion-forgery";

    public static ClaimsPrincipal PrincipalOf(PlatformUser user, IEnumerable<Role> roles) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, user.Id.ToString()),
            new(ClaimTypes.Name, user.DisplayName),
            new(StampClaim, user.SecurityStamp),
            .. roles.Select(role => new Claim(ClaimTypes.Role, role.Code())),
        ],
        Scheme));

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = context => Status(context.Response, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Status(context.Response, StatusCodes.Status403Forbidden);
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    /// <summary>Signs the person in and lets the rest of the request act as that person.</summary>
    public static async Task OpenAsync(HttpContext http, PlatformUser user, IReadOnlySet<Role> roles)
    {
        http.User = PrincipalOf(user, roles);
        await http.SignInAsync(Scheme, http.User, new AuthenticationProperties { IsPersistent = false });
        GiveForgeryToken(http);
        http.RequestServices.GetRequiredService<Actor>().BecomePerson(user.Id, user.DisplayName, roles);
    }

    /// <summary>Gives the browser the readable half of the anti-forgery pair, bound to who is signed in now.</summary>
    public static void GiveForgeryToken(HttpContext http)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        http.Response.Cookies.Append(ForgeryCookie, tokens.RequestToken!, new CookieOptions { HttpOnly = false, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/" });
    }

    /// <summary>Refuses changes that come with the session's cookie but without the token that only our own pages can read.</summary>
    public static async Task RefuseForgery(HttpContext http, RequestDelegate next)
    {
        if (http.User.Identity?.AuthenticationType == Scheme
            && !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method))
            && !await http.RequestServices.GetRequiredService<ForgeryChecks>().IsOursAsync(http))
        {
            throw new RequestException(StatusCodes.Status403Forbidden, "session.forgery-token", new(
                "La pagina è rimasta aperta troppo a lungo o è stata aperta da un'altra sessione: ricaricarla e riprovare.",
                "The page was open for too long or belongs to another session: reload it and try again."));
        }

        await next(http);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal!;
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            || principal.FindFirstValue(StampClaim) is not { } stamp
            || !await context.HttpContext.RequestServices.GetRequiredService<UserStamps>().IsCurrentAsync(id, stamp, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }

    private static Task Status(HttpResponse response, int status)
    {
        response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
        {
            // A 401 has to say what would do (RFC 9110, 15.5.2); of a cookie no scheme speaks, of the token one does, and browsers ask nothing for it.
            response.Headers.WWWAuthenticate = AccessTokens.Challenge;
        }

        return Task.CompletedTask;
    }
}

/// <summary>Remembers what the cookies at hand decrypt to, so that each request does not pay for it again.</summary>
internal sealed class RememberingTicketFormat(IDataProtector protector) : ISecureDataFormat<AuthenticationTicket>
{
    private const int Most = 4000;
    private readonly TicketDataFormat inner = new(protector);
    private readonly ConcurrentDictionary<string, AuthenticationTicket> known = [];

    public string Protect(AuthenticationTicket data) => inner.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null)
        {
            return null;
        }

        if (known.TryGetValue(protectedText, out var ticket))
        {
            return ticket;
        }

        ticket = inner.Unprotect(protectedText, purpose);
        if (ticket is not null)
        {
            if (known.Count >= Most)
            {
                known.Clear();
            }

            known[protectedText] = ticket;
        }

        return ticket;
    }
}

/// <summary>Remembers which anti-forgery pairs were found right, and for whom, so that each change does not pay for decrypting both halves again. What was not is checked anew each time.</summary>
internal sealed class ForgeryChecks(IAntiforgery antiforgery)
{
    private const int Most = 4000;
    private readonly ConcurrentDictionary<(string Secret, string Token, string User, string Stamp, string Name), bool> right = [];

    /// <summary>Whether a page of ours sent the request, in the session of whoever is signed in.</summary>
    public async Task<bool> IsOursAsync(HttpContext http)
    {
        string Claim(string type) => http.User.FindFirstValue(type) ?? "";
        var pair = (
            http.Request.Cookies[Sessions.SecretForgeryCookie] ?? "", http.Request.Headers[Sessions.ForgeryHeader].ToString(),
            Claim(ClaimTypes.NameIdentifier), Claim(Sessions.StampClaim), Claim(ClaimTypes.Name));
        if (right.ContainsKey(pair))
        {
            return true;
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return false;
        }

        // A token that came in a form instead of the header is not remembered: without it nobody would be told apart.
        if (pair.Item1.Length > 0 && pair.Item2.Length > 0)
        {
            if (right.Count >= Most)
            {
                right.Clear();
            }

            right[pair] = true;
        }

        return true;
    }
}
