using InclusionPlatform.Beneficiaries.Integrations;
using InclusionPlatform.Shared.Calendar;
using InclusionPlatform.Shared.Jobs;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Shared.SavedViews;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>What the module registers and maps of this room.</summary>
internal static class CaseloadRoom
{
    public static void AddCaseload(this IServiceCollection services)
    {
        services.AddSavedList("caseload", BeneficiariesModule.Read);
        services.AddScoped<CaseSteps>();
        services.AddScoped<HiddenCases>();
        services.AddScoped<Timeline>();
        services.AddScoped<ICalendarSource, CaseworkCalendar>();
        services.AddScoped<IFollowsChanges>(provider => provider.GetRequiredService<CaseSteps>());
        services.AddJob(new JobSchedule("beneficiaries.reckon-steps", "*/20 * * * * ?", () => new ReckonSteps(), OncePerOccurrence: false));
        FieldLabels.Add(Labels);
    }

    public static void MapCaseload(this IEndpointRouteBuilder api, IEndpointRouteBuilder cases)
    {
        var caseload = api.MapGroup("/caseload").WithTags("Caseload");
        caseload.MapListCaseload();
        caseload.MapSummariseCaseload();
        cases.MapGetCaseOverview();
        cases.MapGetTimeline();
        api.MapGetTeamCalendar();
        api.MapGetBoard();
        api.MapAssignHiddenCase();
        api.MapAssignCases();
    }

    private static readonly (string Field, string It, string En)[] Labels =
    [
        ("caseIds", "Casi", "Cases"),
        ("flag", "Segnale", "Flag"),
        ("sort", "Ordine", "Order"),
    ];
}
