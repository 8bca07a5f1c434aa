using InclusionPlatform.Api.Access;
using InclusionPlatform.Api.Demo;
using InclusionPlatform.Api.Hosting;
using InclusionPlatform.Api.Http;
using InclusionPlatform.Api.Jobs;
using InclusionPlatform.Api.Notifications;
using InclusionPlatform.Api.OutgoingMail;
using InclusionPlatform.Api.Reference;
using InclusionPlatform.Api.Reports;
using InclusionPlatform.Api.Search;
using InclusionPlatform.Api.Today;
using InclusionPlatform.Beneficiaries;
using InclusionPlatform.Bulletin;
using InclusionPlatform.CompanyNetwork;
using InclusionPlatform.Internships;
using InclusionPlatform.Shared.SavedViews;
using InclusionPlatform.Training;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddPlatform();
    builder.Services
        .AddAccess()
        .AddBeneficiaries()
        .AddCompanyNetwork()
        .AddInternships()
        .AddTraining()
        .AddBulletin()
        .AddReports()
        .AddOutgoingMail()
        .AddJobs(builder.Configuration)
        .AddDemo(builder.Configuration);

    var app = builder.Build();
    app.UsePlatform();
    app.MapHealth();
    app.MapApiDocument();
    // Only there: for every request elsewhere it would match a regular expression.
    app.UseWhen(http => http.Request.Path.StartsWithSegments("/swagger"), pages => pages.UseSwaggerUI(swagger => swagger.SwaggerEndpoint("/openapi/v1.json", "Inclusion Platform v1")));

    var api = app.MapGroup("/api/v1").NameUnknownReferences();
    api.MapAccess();
    api.MapBeneficiaries();
    api.MapCompanyNetwork();
    api.MapInternships();
    api.MapTraining();
    api.MapBulletin();
    api.MapReports();
    api.MapReference();
    api.MapService();
    api.MapToday();
    api.MapPutOffTask();
    api.MapNotifications();
    api.MapOutgoingMail();
    api.MapSearch();
    api.MapSavedViews();
    await app.RunAsync();
    return 0;
}
catch (OperationCanceledException)
{
    // Stopped while it was still starting.
    return 0;
}
catch (Exception error) when (StartUpRefusal.Of(error) is { } why)
{
    await Console.Error.WriteLineAsync(why);
    return 1;
}
