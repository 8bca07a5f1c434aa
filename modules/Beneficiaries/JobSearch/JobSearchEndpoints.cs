using InclusionPlatform.Beneficiaries.Integrations;
using InclusionPlatform.Beneficiaries.JobSearch.Applications;
using InclusionPlatform.Beneficiaries.JobSearch.Curricula;
using InclusionPlatform.Beneficiaries.JobSearch.Mailboxes;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Beneficiaries.JobSearch;

/// <summary>The job search's page of contents.</summary>
internal static class JobSearchEndpoints
{
    public static void MapJobSearch(this IEndpointRouteBuilder api)
    {
        var paths = api.MapGroup("/job-search-paths").WithTags("Job search");
        paths.MapOpenJobPath();
        paths.MapListJobPaths();
        paths.MapGetJobPath();
        paths.MapCloseJobPath();
        paths.MapPlanJobSession();
        paths.MapRecordJobSession();
        paths.MapGetCvMaterial();
        paths.MapSaveCv();
        paths.MapReadCvs();
        paths.MapMailbox();
        paths.MapListJobOpenings();

        var applications = api.MapGroup("/job-applications").WithTags("Job search");
        applications.MapPrepareApplication();
        applications.MapListApplications();
        applications.MapGetApplication();
        applications.MapSendApplication();
        applications.MapRecordNews();
    }

    public static void AddJobSearch(this IServiceCollection services)
    {
        FieldLabels.Add(JobSearchLabels.All);
        FieldLabels.Add(CvLabels.All);
        FieldLabels.Add(JobApplicationLabels.All);
        services.AddScoped<JobSearchDesk>();
        services.AddScoped<JobSearchCopy>();
        services.AddScoped<CvSources>();
        services.AddScoped<MailboxDesk>();
        services.AddScoped<ApplicationDesk>();
        services.AddScoped<IDueWorkSource, DueJobSearch>();
    }
}
