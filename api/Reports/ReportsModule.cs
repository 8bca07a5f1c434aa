using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Api.Reports;

/// <summary>Reports over all modules: each number is asked of the module that knows it.</summary>
internal static class ReportsModule
{
    public const string Read = "reports:read";

    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        FieldLabels.Add(("year", "Anno", "Year"), ("text", "Testo", "Text"));
        return services.AddRights(new Right(
            Read, new("Leggere i rapporti", "Read the reports"), true, Role.Coordinator, Role.Administrator, Role.Educator, Role.CompanyOperator, Role.Trainer, Role.BulletinEditor, Role.Auditor));
    }

    public static void MapReports(this IEndpointRouteBuilder api) => api.MapGroup("/reports").WithTags("Reports").MapAnnualReport();
}
