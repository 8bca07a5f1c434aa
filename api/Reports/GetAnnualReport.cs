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

/// <summary>The year in numbers: counts only, nobody can be recognised.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="InternshipsActivated">Internships that began in the year.</param>
/// <param name="InternshipsForWomen">Of these, for women.</param>
/// <param name="InternshipsFromAddictionServices">Of these, for people in charge of the addiction services.</param>
/// <param name="InternshipsBySector">Of these, by sector of the host, largest first.</param>
/// <param name="BodiesInvolved">Bodies that referred people or hosted an internship that began in the year.</param>
/// <param name="CompaniesInBank">Companies in the bank at the end of the year.</param>
/// <param name="Courses">Course editions held.</param>
/// <param name="CoursesWithGuaranteedJob">Of these, with a guaranteed job.</param>
/// <param name="TrainingHours">Hours of lesson held.</param>
/// <param name="TrainingParticipants">Participants of these editions.</param>
/// <param name="HiredAfterTraining">Participants hired afterwards.</param>
/// <param name="LastBulletinNumber">Number of the last bulletin of the year.</param>
/// <param name="BulletinAddresses">Addresses it was sent to.</param>
internal sealed record AnnualReport(
    int Year,
    int InternshipsActivated,
    int InternshipsForWomen,
    int InternshipsFromAddictionServices,
    IReadOnlyList<SectorCount> InternshipsBySector,
    int BodiesInvolved,
    int CompaniesInBank,
    int Courses,
    int CoursesWithGuaranteedJob,
    decimal TrainingHours,
    int TrainingParticipants,
    int HiredAfterTraining,
    int? LastBulletinNumber,
    int BulletinAddresses);

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
    public GetAnnualReportValidator() => RuleFor(report => report.Year).InclusiveBetween(2000, 2100);
}

internal sealed class GetAnnualReportHandler(IMediator mediator) : IRequestHandler<GetAnnualReport, AnnualReport>
{
    private const decimal MinutesInAnHour = 60m;

    public async Task<AnnualReport> Handle(GetAnnualReport request, CancellationToken cancellationToken)
    {
        var year = request.Year;
        var internships = await mediator.Send(new CountInternships(year), cancellationToken);
        var cases = await mediator.Send(new CountCases(internships.CaseIds), cancellationToken);
        var referring = await mediator.Send(new ListReferringBodies(year), cancellationToken);
        var companies = await mediator.Send(new CountCompanies(new DateOnly(year, 12, 31)), cancellationToken);
        var training = await mediator.Send(new CountTraining(year), cancellationToken);
        var bulletin = await mediator.Send(new CountBulletin(year), cancellationToken);
        return new(
            year, internships.Activated, cases.Women, cases.FromAddictionServices, internships.BySector, referring.Concat(internships.HostIds).Distinct().Count(), companies,
            training.Courses, training.CoursesWithGuaranteedJob, training.Minutes / MinutesInAnHour, training.Participants, training.HiredAfterwards,
            bulletin.LastNumber, bulletin.Addresses);
    }
}
