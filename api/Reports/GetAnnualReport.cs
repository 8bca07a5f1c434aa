using FluentValidation;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Bulletin.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Training.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Reports;

/// <summary>What the service did in a calendar year, counted from what it recorded. Nothing of it is stored.</summary>
internal sealed record GetAnnualReport(int Year) : IQuery<AnnualReport>;

/// <summary>
/// The year in numbers: counts only. Whoever does not work with people is not told counts of people under 5, nor those from which they could be reckoned: they are null, and <c>Suppressed</c> names them.
/// </summary>
/// <param name="Year">Calendar year.</param>
/// <param name="InternshipsActivated">Internships that began in the year.</param>
/// <param name="InternshipsForWomen">Of these, for women.</param>
/// <param name="InternshipsFromAddictionServices">Of these, for people in charge of the addiction services.</param>
/// <param name="InternshipsLeftOut">Of these, how many are in neither of the two counts before: their people object to statistics (GDPR art. 21) or asked that their data are only kept (art. 18). The total owed to who pays has them.</param>
/// <param name="InternshipsBySector">Of those activated, by sector of the host, largest first.</param>
/// <param name="BodiesInvolved">Bodies that referred people or hosted an internship that began in the year.</param>
/// <param name="CompaniesInBank">Companies in the bank at the end of the year.</param>
/// <param name="Courses">Course editions held.</param>
/// <param name="CoursesWithGuaranteedJob">Of these, with a guaranteed job.</param>
/// <param name="TrainingHours">Hours of lesson held.</param>
/// <param name="TrainingParticipants">Participants of these editions.</param>
/// <param name="HiredAfterTraining">Participants hired afterwards.</param>
/// <param name="LastBulletinNumber">Number of the last bulletin of the year.</param>
/// <param name="BulletinAddresses">Addresses it was sent to.</param>
/// <param name="Suppressed">Which counts are not told, by the name of the field; a sector as <c>internshipsBySector.</c> and its code. Empty for who works with people.</param>
internal sealed record AnnualReport(
    int Year,
    int? InternshipsActivated,
    int? InternshipsForWomen,
    int? InternshipsFromAddictionServices,
    int? InternshipsLeftOut,
    IReadOnlyList<ReportedSector> InternshipsBySector,
    int BodiesInvolved,
    int CompaniesInBank,
    int Courses,
    int CoursesWithGuaranteedJob,
    decimal TrainingHours,
    int? TrainingParticipants,
    int? HiredAfterTraining,
    int? LastBulletinNumber,
    int BulletinAddresses,
    IReadOnlyList<string> Suppressed);

/// <summary>Internships of a sector, null where it is not told.</summary>
/// <param name="Count">How many; null where so few would tell who they are.</param>
internal sealed record ReportedSector(string Sector, int? Count);

internal static class GetAnnualReportEndpoint
{
    public static void MapAnnualReport(this IEndpointRouteBuilder reports) => reports
        .MapGet("/annual", Handle)
        .WithName("getAnnualReport")
        .WithSummary("What the service did in a calendar year")
        .RequireRight(ReportsModule.Read);

    private static async Task<Ok<AnnualReport>> Handle(int year, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetAnnualReport(year), ct));
}

internal sealed class GetAnnualReportValidator : AbstractValidator<GetAnnualReport>
{
    public GetAnnualReportValidator(TimeProvider clock) => RuleFor(report => report.Year).InclusiveBetween(2000, 2100)
        .Must(year => year > 2100 || year <= clock.Today().Year).WithErrorCode("report.year-to-come").WithMessage(_ => new Words(
            "Questo anno deve ancora cominciare: il rapporto si può chiedere fino all'anno in corso.",
            "This year has yet to begin: the report can be asked for up to the current year.").ToString());
}

internal sealed class GetAnnualReportHandler(IMediator mediator, ICurrentUser user) : IRequestHandler<GetAnnualReport, AnnualReport>
{
    /// <summary>The right of who works with people; its module keeps the constant to itself.</summary>
    private const string WorksWithPeople = "beneficiaries:read";

    public async Task<AnnualReport> Handle(GetAnnualReport request, CancellationToken cancellationToken)
    {
        var year = request.Year;
        var internships = await mediator.Send(new CountInternships(year), cancellationToken);
        var cases = await mediator.Send(new CountCases(internships.CaseIds), cancellationToken);
        var referring = await mediator.Send(new ListReferringBodies(year), cancellationToken);
        var companies = await mediator.Send(new CountCompanies(new DateOnly(year, 12, 31)), cancellationToken);
        var training = await mediator.Send(new CountTraining(year), cancellationToken);
        var bulletin = await mediator.Send(new CountBulletin(year), cancellationToken);
        var report = new AnnualReport(
            year, internships.Activated, cases.Women, cases.FromAddictionServices, cases.LeftOut, [.. internships.BySector.Select(sector => new ReportedSector(sector.Sector, sector.Count))], referring.Concat(internships.HostIds).Distinct().Count(), companies,
            training.Courses, training.CoursesWithGuaranteedJob, training.Minutes / (decimal)TimeUnits.MinutesInAnHour, training.Participants, training.HiredAfterwards,
            bulletin.LastNumber, bulletin.Addresses, []);
        // Who works with people under professional secrecy is told all of it; for the others, of the service or not, a small count could give somebody away and they do not need it (GDPR art. 5(1)(c)).
        return user.Kind is not ActorKind.Client && user.Has(WorksWithPeople) ? report : SmallCells.Hide(report);
    }
}
