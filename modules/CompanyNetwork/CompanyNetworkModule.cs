using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Contacts;
using InclusionPlatform.CompanyNetwork.Imports;
using InclusionPlatform.CompanyNetwork.Matching;
using InclusionPlatform.CompanyNetwork.Matching.Settings;
using InclusionPlatform.CompanyNetwork.PartnerBodies;
using InclusionPlatform.CompanyNetwork.Work;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Jobs;
using Microsoft.Extensions.Configuration;

namespace InclusionPlatform.CompanyNetwork;

/// <summary>Registers and maps the module; its page of contents.</summary>
public static class CompanyNetworkModule
{
    internal const string ReadCompanies = "companies:read";
    internal const string WriteCompanies = "companies:write";
    internal const string ReadPartnerBodies = "partner-bodies:read";
    internal const string WritePartnerBodies = "partner-bodies:write";
    internal const string ReadMatching = "matching:read";
    internal const string ManageMatching = "matching:manage";

    /// <summary>Registers the handlers, validators, rights and migrations.</summary>
    public static IServiceCollection AddCompanyNetwork(this IServiceCollection services)
    {
        CompanyFieldLabels.Add();
        services.AddRights(
            new Right(ReadCompanies, new("Consultare le aziende", "Read companies"), true, Role.Coordinator, Role.Educator, Role.CompanyOperator, Role.Trainer, Role.BulletinEditor),
            new Right(WriteCompanies, new("Inserire, modificare e importare aziende", "Add, change and import companies"), true, Role.CompanyOperator, Role.Coordinator),
            new Right(ReadPartnerBodies, new("Consultare gli enti della rete", "Read partner bodies"), true, Role.Coordinator, Role.Educator, Role.CompanyOperator, Role.Trainer, Role.BulletinEditor),
            new Right(WritePartnerBodies, new("Inserire e modificare gli enti della rete", "Add and change partner bodies"), true, Role.Coordinator, Role.CompanyOperator),
            new Right(ReadMatching, new("Vedere quanto conta ogni motivo negli abbinamenti", "See how much each reason counts in matching"), false, Role.Administrator, Role.Coordinator),
            new Right(ManageMatching, new("Decidere quanto conta ogni motivo negli abbinamenti", "Decide how much each reason counts in matching"), false, Role.Administrator));
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("CompanyNetwork").Get<CompanyNetworkOptions>() ?? new());
        services.AddScoped<CompanyWriter>();
        services.AddScoped<AvailabilityBook>();
        services.AddScoped<CandidateSearch>();
        services.AddScoped<MatchBook>();
        services.AddScoped<ImportDesk>();
        services.AddScoped<IDueWorkSource, CompanyWork>();
        services.AddScoped<ISearchSource, CompanySearch>();
        services.AddJob(new JobSchedule("company-network.delete-expired-imports", "0 15 3 * * ?", () => new DeleteExpiredImports()));
        return services.AddSlicesOf(typeof(CompanyNetworkModule).Assembly);
    }

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static void MapCompanyNetwork(this IEndpointRouteBuilder api)
    {
        var companies = api.MapGroup("/companies").WithTags("Companies");
        companies.MapListCompanies();
        companies.MapCreateCompany();
        companies.MapFindDuplicates();
        companies.MapGetCallList();
        companies.MapGetCompany();
        companies.MapUpdateCompany();
        companies.MapArchiveCompany();
        companies.MapRestoreCompany();
        companies.MapListAvailabilities();
        companies.MapDeclareAvailability();
        companies.MapEndAvailability();
        companies.MapListContacts();
        companies.MapLogContact();
        api.MapMatchCompanies();
        api.MapListSkills();

        var weights = api.MapGroup("/matching-weights").WithTags("Companies");
        weights.MapGetMatchingSettings();
        weights.MapChangeMatchingSettings();

        var imports = api.MapGroup("/company-imports").WithTags("Company imports");
        imports.MapUploadCompanies();
        imports.MapListImports();
        imports.MapGetImport();
        imports.MapMapColumns();
        imports.MapCorrectRow();
        imports.MapSkipRow();
        imports.MapConfirmImport();
        imports.MapGetWrongRows();
        imports.MapDiscardImport();

        var bodies = api.MapGroup("/partner-bodies").WithTags("Partner bodies");
        bodies.MapListPartnerBodies();
        bodies.MapCreatePartnerBody();
        bodies.MapGetPartnerBody();
        bodies.MapUpdatePartnerBody();
    }
}
