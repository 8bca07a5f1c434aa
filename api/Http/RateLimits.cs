using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using InclusionPlatform.Api.Hosting;
using Microsoft.AspNetCore.RateLimiting;

namespace InclusionPlatform.Api.Http;

/// <summary>Section <c>RateLimits</c>: how much one person, system or address may ask.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Requests a second on average, of one account, client or anonymous address.</summary>
    public int PerSecond { get; set; } = 50;

    /// <summary>How many at once on top.</summary>
    public int Burst { get; set; } = 500;

    /// <summary>Sign-in attempts a minute from one address.</summary>
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>Readings of secret calendar addresses a minute from one address: a whole office behind one router has room, guessing has none.</summary>
    public int CalendarsPerMinute { get; set; } = 120;

    /// <summary>Nobody could ask anything below one.</summary>
    /// <exception cref="StartUpException">A limit is below one.</exception>
    public void Require()
    {
        foreach (var (name, limit) in new[] { (nameof(PerSecond), PerSecond), (nameof(Burst), Burst), (nameof(SignInsPerMinute), SignInsPerMinute), (nameof(CalendarsPerMinute), CalendarsPerMinute) })
        {
            if (limit < 1)
            {
                throw new StartUpException($"RateLimits:{name} deve essere almeno 1.");
            }
        }
    }
}

internal static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Calendar = "calendar";

    public static IServiceCollection AddRateLimits(this IServiceCollection services, RateLimitOptions options)
    {
        options.Require();
        return services.AddRateLimiter(limiter => Limit(limiter, options));
    }

    private static void Limit(RateLimiterOptions limiter, RateLimitOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            var headers = context.HttpContext.Response.Headers;
            headers.RetryAfter = seconds;
            headers["X-RateLimit-Limit"] = LimitOf(context.HttpContext, options).ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Remaining"] = "0";
            headers["X-RateLimit-Reset"] = seconds;
            await ProblemDocuments.WriteAsync(context.HttpContext, ProblemDocuments.OfStatus(StatusCodes.Status429TooManyRequests));
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(WhoAsks(http), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Burst,
            TokensPerPeriod = options.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
        limiter.AddPolicy(SignIn, http => EachMinute(http, options.SignInsPerMinute));
        limiter.AddPolicy(Calendar, http => EachMinute(http, options.CalendarsPerMinute));
    }

    /// <summary>Of an address with a limit of its own that one, by the minute; elsewhere the one that all have, by the second.</summary>
    private static int LimitOf(HttpContext http, RateLimitOptions options) => http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName switch
    {
        SignIn => options.SignInsPerMinute,
        Calendar => options.CalendarsPerMinute,
        _ => options.PerSecond,
    };

    private static RateLimitPartition<string> EachMinute(HttpContext http, int permits) => RateLimitPartition.GetFixedWindowLimiter(Address(http), _ => new FixedWindowRateLimiterOptions
    {
        PermitLimit = permits,
        Window = TimeSpan.FromMinutes(1),
        QueueLimit = 0,
    });

    private static string WhoAsks(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(http);

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "local";
}
