using InclusionPlatform.Beneficiaries.Assessments.Fragility;
using InclusionPlatform.Beneficiaries.Assessments.Grids;
using InclusionPlatform.Beneficiaries.Assessments.Icf;
using InclusionPlatform.Beneficiaries.Integrations;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Beneficiaries.Assessments;

/// <summary>The assessments' page of contents.</summary>
internal static class AssessmentEndpoints
{
    internal const string ReadSettings = "assessment-settings:read";
    internal const string WriteSettings = "assessment-settings:write";

    public static void MapAssessments(this IEndpointRouteBuilder api, IEndpointRouteBuilder cases)
    {
        cases.MapStartAssessment();
        cases.MapListAssessments();
        cases.MapCompareAssessments();
        cases.MapGetAssessment();
        cases.MapSaveAssessment();
        cases.MapDiscardAssessment();
        cases.MapSignAssessment();

        api.MapListIcfCodes();

        var grids = api.MapGroup("/skill-grids").WithTags("Assessments");
        grids.MapListSkillGrids();
        grids.MapSaveSkillGrid();

        var formulas = api.MapGroup("/fragility-formulas").WithTags("Assessments");
        formulas.MapListFragilityFormulas();
        formulas.MapDeclareFragilityFormula();
    }

    public static void AddAssessments(this IServiceCollection services)
    {
        services.AddRights(
            new Right(ReadSettings, new("Vedere griglie di competenze, codici ICF e formule di fragilità", "See skill grids, ICF codes and fragility formulas"), false, Role.Educator, Role.Coordinator, Role.Administrator),
            new Right(WriteSettings, new("Tenere griglie di competenze e formule di fragilità", "Keep skill grids and fragility formulas"), false, Role.Coordinator, Role.Administrator));
        FieldLabels.Add(AssessmentLabels.All);
        services.AddScoped<AssessmentDesk>();
        services.AddScoped<SkillGrids>();
        services.AddScoped<FragilityFormulas>();
        services.AddScoped<IDueWorkSource, DueAssessments>();
    }
}
