using InclusionPlatform.Shared.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Http;

/// <summary>Whether the platform lives and is ready, for whoever watches over it.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("").WithTags("Status").AllowAnonymous().DisableRateLimiting();
        health.MapGet("/health/live", () => TypedResults.Ok(new Liveness("live"))).WithName("getLiveness").WithSummary("The process lives");
        health.MapGet("/health/ready", ReadyAsync).WithName("getReadiness").WithSummary("The platform can answer: its database is there");
        health.MapGet("/status", (HttpContext http, CancellationToken _) => ProblemDocuments.WriteAsync(http, Ready()))
            .WithName("getStatus")
            .WithSummary("Status as the Italian interoperability model (ModI) wants it")
            .Produces<Problem>(StatusCodes.Status200OK, ProblemDocuments.ContentType);
    }

    private static Problem Ready() => new("urn:inclusion-platform:status:ok", "OK", StatusCodes.Status200OK, new Words("La piattaforma è attiva.", "The platform is up.").ToString(), "status.ok", null, null, null, null);

    private static async Task<Results<Ok<Liveness>, StatusCodeHttpResult>> ReadyAsync(IDatabase database, CancellationToken ct)
    {
        try
        {
            var connection = await database.RentForReadingAsync(ct);
            await using (var command = connection.CreateCommand())
            {
                command.CommandText = "select count(*) from shared_migration";
                await command.ExecuteScalarAsync(ct);
            }

            await database.ReturnAsync(connection);
            return TypedResults.Ok(new Liveness("ready"));
        }
        catch (Exception error) when (error is System.Data.Common.DbException or IOException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>How the platform is.</summary>
    /// <param name="Status">live or ready.</param>
    internal sealed record Liveness(string Status);
}
