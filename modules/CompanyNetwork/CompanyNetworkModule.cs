using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Calendar;
using InclusionPlatform.CompanyNetwork.CallList;
using InclusionPlatform.CompanyNetwork.Campaigns;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Contacts;
using InclusionPlatform.CompanyNetwork.Decisions;
using InclusionPlatform.CompanyNetwork.Documents;
using InclusionPlatform.CompanyNetwork.Duplicates;
using InclusionPlatform.CompanyNetwork.History;
using InclusionPlatform.CompanyNetwork.Figures;
using InclusionPlatform.CompanyNetwork.Exports;
using InclusionPlatform.CompanyNetwork.Imports;
using InclusionPlatform.CompanyNetwork.Map;
using InclusionPlatform.CompanyNetwork.Matching;
using InclusionPlatform.CompanyNetwork.Meetings;
using InclusionPlatform.CompanyNetwork.NetworkEvents;
using InclusionPlatform.CompanyNetwork.Matching.Settings;
using InclusionPlatform.CompanyNetwork.PartnerBodies;
using InclusionPlatform.CompanyNetwork.Protocols;
using InclusionPlatform.CompanyNetwork.People;
using InclusionPlatform.CompanyNetwork.Sites;
using InclusionPlatform.CompanyNetwork.Standing;
using InclusionPlatform.CompanyNetwork.Tags;
using InclusionPlatform.CompanyNetwork.Needs;
using InclusionPlatform.CompanyNetwork.Referrals;
using InclusionPlatform.CompanyNetwork.Work;
using InclusionPlatform.CompanyNetwork.WorkingTables;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Calendar;
using InclusionPlatform.Shared.Jobs;
using InclusionPlatform.Shared.SavedViews;

namespace InclusionPlatform.CompanyNetwork;

/// <summary>Registers and maps the module; its page of contents.</summary>
public static class CompanyNetworkModule
{
    internal const string ReadCompanies = "companies:read";
    internal const string WriteCompanies = "companies:write";
    internal const string ExportCompanies = "companies:export";
    internal const string ReadPartnerBodies = "partner-bodies:read";
    internal const string WritePartnerBodies = "partner-bodies:write";
    internal const string ReadMatching = "matching:read";
    internal const string ManageMatching = "matching:manage";

    /// <summary>The host's limit for calendars, which are read without signing in.</summary>
    internal const string CalendarRateLimit = "calendar";
    internal const string ReadReferrals = "company-referrals:read";
    internal const string ProposeCompanies = "company-referrals:propose";
    internal const string AnswerReferrals = "company-referrals:answer";

    /// <summary>Registers the handlers, validators, rights and migrations.</summary>
    public static IServiceCollection AddCompanyNetwork(this IServiceCollection services)
    {
        CompanyFieldLabels.Add();
        NetworkFieldLabels.Add();
        services.AddRights(
            new Right(ReadCompanies, new("Consultare le aziende", "Read companies"), true, Role.Coordinator, Role.Educator, Role.CompanyOperator, Role.Trainer, Role.BulletinEditor),
            new Right(WriteCompanies, new("Inserire, modificare e importare aziende", "Add, change and import companies"), true, Role.CompanyOperator, Role.Coordinator),
            new Right(ExportCompanies, new("Esportare elenchi di aziende", "Export lists of companies"), true, Role.CompanyOperator, Role.Coordinator),
            new Right(ReadPartnerBodies, new("Consultare gli enti della rete", "Read partner bodies"), true, Role.Coordinator, Role.Educator, Role.CompanyOperator, Role.Trainer, Role.BulletinEditor),
            new Right(WritePartnerBodies, new("Inserire e modificare gli enti della rete", "Add and change partner bodies"), true, Role.Coordinator, Role.CompanyOperator),
            new Right(ReadReferrals, new("Consultare le segnalazioni di aziende e i bisogni di posto", "Read company referrals and placement needs"), false, Role.Coordinator, Role.Educator, Role.CompanyOperator),
            new Right(ProposeCompanies, new("Proporre aziende agli educatori", "Propose companies to educators"), false, Role.CompanyOperator, Role.Coordinator),
            new Right(AnswerReferrals, new("Rispondere alle aziende proposte e pubblicare bisogni di posto", "Answer proposed companies and publish placement needs"), false, Role.Educator, Role.Coordinator),
            new Right(ReadMatching, new("Vedere quanto conta ogni motivo negli abbinamenti", "See how much each reason counts in matching"), false, Role.Administrator, Role.Coordinator),
            new Right(ManageMatching, new("Decidere quanto conta ogni motivo negli abbinamenti", "Decide how much each reason counts in matching"), false, Role.Administrator));
        services.AddSettings<CompanyNetworkOptions>("CompanyNetwork");
        services.AddSavedList("companies", ReadCompanies);
        services.AddScoped<CompanyWriter>();
        services.AddScoped<SearchWords>();
        services.AddScoped<CompanyReader>();
        services.AddScoped<CompanyDesk>();
        services.AddScoped<ChosenDesk>();
        services.AddScoped<CompanyHistory>();
        services.AddScoped<SiteBook>();
        services.AddScoped<PeopleBook>();
        services.AddScoped<TagBook>();
        services.AddScoped<DuplicateFinder>();
        services.AddScoped<MergeDesk>();
        services.AddScoped<MovedRows>();
        services.AddScoped<AvailabilityBook>();
        services.AddScoped<ReferralBook>();
        services.AddScoped<CandidateSearch>();
        services.AddScoped<MatchBook>();
        services.AddScoped<CampaignTurns>();
        services.AddScoped<ImportDesk>();
        services.AddScoped<BodyLookup>();
        services.AddScoped<MeetingBook>();
        services.AddScoped<DecisionReading>();
        services.AddScoped<ICalendarSource, NetworkCalendar>();
        services.AddScoped<IDueWorkSource, CompanyWork>();
        services.AddScoped<IDueWorkSource, NetworkWork>();
        services.AddScoped<IDueWorkSource, DocumentWork>();
        services.AddScoped<IDueWorkSource, ReferralWork>();
        services.AddScoped<ISearchSource, CompanySearch>();
        services.AddJob(new JobSchedule("company-network.delete-expired-imports", "0 15 3 * * ?", () => new DeleteExpiredImports()));
        services.AddJob(new JobSchedule("company-network.complete-search-words", "20 * * * * ?", () => new CompleteSearchWords()));
        services.AddJob(new JobSchedule("company-network.expire-referrals", "0 */5 * * * ?", () => new ExpireReferrals()));
        services.AddJob(new JobSchedule("company-network.recount-availabilities", "0 10 0 * * ?", () => new RecountAvailabilities()));
        return services.AddSlicesOf(typeof(CompanyNetworkModule).Assembly);
    }

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static void MapCompanyNetwork(this IEndpointRouteBuilder api)
    {
        var companies = api.MapGroup("/companies").WithTags("Companies");
        companies.MapListCompanies();
        companies.MapCreateCompany();
        companies.MapFindDuplicates();
        companies.MapListDuplicates();
        companies.MapDismissDuplicate();
        companies.MapListTags();
        companies.MapTagCompanies();
        companies.MapAssignCompanies();
        companies.MapListCompanyColleagues();
        companies.MapGetCallList();
        companies.MapCountCallList();
        companies.MapGetPortfolioFigures();
        companies.MapProposeNextContact();
        companies.MapGetCompanyMap();
        companies.MapListMapSites();
        companies.MapGetCompany();
        companies.MapUpdateCompany();
        companies.MapArchiveCompany();
        companies.MapRestoreCompany();
        companies.MapAddSite();
        companies.MapChangeSite();
        companies.MapRemoveSite();
        companies.MapAddPerson();
        companies.MapChangePerson();
        companies.MapRemovePerson();
        companies.MapSetTags();
        companies.MapListDocuments();
        companies.MapAddDocument();
        companies.MapDownloadDocument();
        companies.MapRemoveDocument();
        companies.MapGetTimeline();
        companies.MapMergeCompanies();
        companies.MapListMerges();
        companies.MapUndoMerge();
        companies.MapListAvailabilities();
        companies.MapDeclareAvailability();
        companies.MapChangeAvailability();
        companies.MapVerifyAvailability();
        companies.MapEndAvailability();
        companies.MapListContacts();
        companies.MapLogContact();
        companies.MapUndoContact();
        companies.MapGetHosting();
        companies.MapGetStanding();
        api.MapMatchCompanies();
        api.MapListSkills();

        var weights = api.MapGroup("/matching-weights").WithTags("Companies");
        weights.MapGetMatchingSettings();
        weights.MapChangeMatchingSettings();

        var referrals = api.MapGroup("/company-referrals").WithTags("Company referrals");
        referrals.MapListReferrals();
        referrals.MapProposeCompany();
        referrals.MapListEducators();
        referrals.MapGetReferral();
        referrals.MapAcceptReferral();
        referrals.MapDeclineReferral();
        referrals.MapWithdrawReferral();
        api.MapListOpenings();

        var needs = api.MapGroup("/placement-needs").WithTags("Company referrals");
        needs.MapListNeeds();
        needs.MapOpenNeed();
        needs.MapGetNeed();
        needs.MapChangeNeed();
        needs.MapCloseNeed();

        var campaigns = api.MapGroup("/call-campaigns").WithTags("Call campaigns");
        campaigns.MapListCampaigns();
        campaigns.MapCreateCampaign();
        campaigns.MapGetCampaign();
        campaigns.MapUpdateCampaign();
        campaigns.MapCloseCampaign();
        campaigns.MapListCampaignCompanies();
        campaigns.MapAddCampaignCompanies();
        campaigns.MapTakeTurn();
        campaigns.MapReleaseTurn();

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
        bodies.MapListBodyPeople();
        bodies.MapAddBodyPerson();
        bodies.MapUpdateBodyPerson();
        MapGovernance(api);
    }

    private static void MapGovernance(IEndpointRouteBuilder api)
    {
        var tables = api.MapGroup("/working-tables").WithTags("Working tables");
        tables.MapListWorkingTables();
        tables.MapCreateWorkingTable();
        tables.MapGetWorkingTable();
        tables.MapUpdateWorkingTable();
        tables.MapAddTableMember();
        tables.MapChangeTableMember();
        tables.MapRemoveTableMember();
        tables.MapListMeetings();
        tables.MapScheduleMeeting();
        tables.MapGetMeeting();
        tables.MapUpdateMeeting();
        tables.MapCancelMeeting();
        tables.MapWriteMinutes();
        tables.MapApproveMinutes();
        tables.MapAddMinutesNote();
        tables.MapTakeDecision();
        tables.MapListDecisions();
        tables.MapChangeDecision();
        tables.MapCompleteDecision();
        tables.MapRemoveDecision();
        tables.MapListDecisionOwners();

        var events = api.MapGroup("/network-events").WithTags("Network events");
        events.MapListNetworkEvents();
        events.MapCreateNetworkEvent();
        events.MapGetNetworkEvent();
        events.MapUpdateNetworkEvent();
        events.MapCancelNetworkEvent();
        events.MapInviteBody();
        events.MapMarkInvitation();
        events.MapWithdrawInvitation();

        var protocols = api.MapGroup("/protocols").WithTags("Protocols");
        protocols.MapListProtocols();
        protocols.MapCreateProtocol();
        protocols.MapGetProtocol();
        protocols.MapUpdateProtocol();
        protocols.MapSignProtocol();
        protocols.MapRemoveSignature();
        protocols.MapRenewProtocol();

        var feed = api.MapGroup("/calendar-feed").WithTags("Calendar");
        feed.MapGetCalendarFeed();
        feed.MapRenewCalendarFeed();
        feed.MapRevokeCalendarFeed();
        api.MapGroup("/calendar-feeds").WithTags("Calendar").MapReadCalendar();
    }
}
