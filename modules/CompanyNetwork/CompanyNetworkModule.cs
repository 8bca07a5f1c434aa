using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Contacts;
using InclusionPlatform.CompanyNetwork.Exports;
using InclusionPlatform.CompanyNetwork.Imports;
using InclusionPlatform.CompanyNetwork.Map;
using InclusionPlatform.CompanyNetwork.Matching;
using InclusionPlatform.CompanyNetwork.PartnerBodies;
using InclusionPlatform.CompanyNetwork.Work;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Jobs;
using InclusionPlatform.Shared.SavedViews;
using Microsoft.Extensions.Configuration;

namespace InclusionPlatform.CompanyNetwork;

/// <summary>Registers and maps the module; its page of contents.</summary>
public static class CompanyNetworkModule
{
    internal const string ReadCompanies = "companies:read";
    internal const string WriteCompanies = "companies:write";
    internal const string ExportCompanies = "companies:export";
    internal const string ReadPartnerBodies = "partner-bodies:read";
    internal const string WritePartnerBodies = "partner-bodies:write";

    /// <summary>Registers the handlers, validators, rights and migrations.</summary>
    public static IServiceCollection AddCompanyNetwork(this IServiceCollection services)
    {
        CompanyFieldLabels.Add();
        services.AddRights(
            new Right(ReadCompanies, new("Consultare le aziende", "Read companies"), true, Role.Coordinator, Role.Educator, Role.CompanyOperator, Role.Trainer, Role.BulletinEditor),
            new Right(WriteCompanies, new("Inserire, modificare e importare aziende", "Add, change and import companies"), true, Role.CompanyOperator, Role.Coordinator),
            new Right(ExportCompanies, new("Esportare elenchi di aziende", "Export lists of companies"), true, Role.CompanyOperator, Role.Coordinator),
            new Right(ReadPartnerBodies, new("Consultare gli enti della rete", "Read partner bodies"), true, Role.Coordinator, Role.Educator, Role.CompanyOperator, Role.Trainer, Role.BulletinEditor),
            new Right(WritePartnerBodies, new("Inserire e modificare gli enti della rete", "Add and change partner bodies"), true, Role.Coordinator, Role.CompanyOperator));
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("CompanyNetwork").Get<CompanyNetworkOptions>() ?? new());
        services.AddSavedList("companies", ReadCompanies);
        services.AddScoped<CompanyWriter>();
        services.AddScoped<AvailabilityBook>();
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
        companies.MapGetCompanyMap();
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

        api.MapGroup("/company-exports").WithTags("Company exports").MapExportCompanies();

        var bodies = api.MapGroup("/partner-bodies").WithTags("Partner bodies");
        bodies.MapListPartnerBodies();
        bodies.MapCreatePartnerBody();
        bodies.MapGetPartnerBody();
        bodies.MapUpdatePartnerBody();
    }
}
