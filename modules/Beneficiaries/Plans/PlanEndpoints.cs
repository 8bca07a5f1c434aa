using InclusionPlatform.Beneficiaries.Integrations;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>The plan's page of contents.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder cases)
    {
        cases.MapStartPlan();
        cases.MapListPlans();
        cases.MapGetPlan();
        cases.MapSavePlan();
        cases.MapDiscardPlan();
        cases.MapAskSignatures();
        cases.MapTakeBackPlan();
        cases.MapSignPlan();
        cases.MapSignForPerson();
        cases.MapUploadSignedPlan();
        cases.MapDownloadSignedPlan();
        cases.MapClosePlan();
        cases.MapReviewPlan();
        cases.MapRecordStep();
        cases.MapListPlanFacts();
        cases.MapComparePlans();
        cases.MapPrintPlan();
    }

    public static void AddPlans(this IServiceCollection services)
    {
        FieldLabels.Add(PlanLabels.All);
        services.AddScoped<PlanDesk>();
        services.AddScoped<PlanFacts>();
        services.AddScoped<IDueWorkSource, DuePlans>();
    }
}
