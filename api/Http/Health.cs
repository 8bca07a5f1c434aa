using InclusionPlatform.Api.Hosting;
using InclusionPlatform.Shared.Data;

namespace InclusionPlatform.Api.Http;

/// <summary>Whether the platform lives and is ready, for whoever watches over it.</summary>
internal static class Health
{
    private const long Megabyte = 1024 * 1024;

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("").WithTags("Status").AllowAnonymous().DisableRateLimiting();
        health.MapGet("/health/live", () => TypedResults.Ok(new Liveness("live"))).WithName("getLiveness").WithSummary("The process lives");
        health.MapGet("/health/ready", ReadyAsync).WithName("getReadiness").WithSummary("The platform can answer: its database is there and its disk has room")
            .Produces<Liveness>().Produces<Problem>(StatusCodes.Status503ServiceUnavailable, ProblemDocuments.ContentType);
        health.MapGet("/status", StatusAsync)
            .WithName("getStatus")
            .WithSummary("Status as the Italian interoperability model (ModI) wants it")
            .Produces<Problem>(StatusCodes.Status200OK, ProblemDocuments.ContentType);
    }

    private static async Task ReadyAsync(HttpContext http, IDatabase database, PlatformOptions options, CancellationToken ct)
    {
        if (await LookAsync(database, options, ct) is { } why)
        {
            await RefuseAsync(http, why);
            return;
        }

        await http.Response.WriteAsJsonAsync(new Liveness("ready"), ct);
    }

    private static async Task StatusAsync(HttpContext http, IDatabase database, PlatformOptions options, CancellationToken ct)
    {
        if (await LookAsync(database, options, ct) is { } why)
        {
            await RefuseAsync(http, why);
            return;
        }

        await ProblemDocuments.WriteAsync(http, New(StatusCodes.Status200OK, "ok", "OK", new("La piattaforma è attiva.", "The platform is up.")));
    }

    private static Task RefuseAsync(HttpContext http, Problem why)
    {
        http.Response.Headers.RetryAfter = "30";
        return ProblemDocuments.WriteAsync(http, why);
    }

    /// <summary>What keeps the platform from answering; null if nothing does.</summary>
    private static async Task<Problem?> LookAsync(IDatabase database, PlatformOptions options, CancellationToken ct)
    {
        try
        {
            var connection = await database.RentForReadingAsync(ct);
            try
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "select count(*) from shared_migration";
                await command.ExecuteScalarAsync(ct);
            }
            finally
            {
                await database.ReturnAsync(connection);
            }

            return new DriveInfo(options.DataFolder).AvailableFreeSpace < options.FreeMegabytes * Megabyte
                ? New(StatusCodes.Status503ServiceUnavailable, "disk-full", "KO", new(
                    "Sul disco dei dati è rimasto troppo poco spazio: liberarne prima che non si possa più scrivere.", "The data disk has too little room left: make some before nothing can be written."))
                : null;
        }
        catch (System.Data.Common.DbException)
        {
            return New(StatusCodes.Status503ServiceUnavailable, "database-away", "KO", new("Il database non risponde.", "The database does not answer."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return New(StatusCodes.Status503ServiceUnavailable, "disk-away", "KO", new("La cartella dati non si raggiunge.", "The data folder cannot be reached."));
        }
    }

    private static Problem New(int status, string code, string title, Words words) =>
        new($"urn:inclusion-platform:status:{code}", title, status, words.ToString(), $"status.{code}", null, null, null, null);

    /// <summary>How the platform is.</summary>
    /// <param name="Status">live or ready.</param>
    internal sealed record Liveness(string Status);
}
