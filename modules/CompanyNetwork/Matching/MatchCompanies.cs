using FluentValidation;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Matching;

/// <summary>Companies that could take somebody, told only what that somebody can and cannot do at work. No personal data goes in or comes out.</summary>
/// <param name="Sectors">Codes of the sectors wished; any when not given.</param>
/// <param name="Municipality">ISTAT code of the municipality from which distances are counted. Required.</param>
/// <param name="MaxKm">Kilometres as the crow flies at the most, from 1 to 200; 30 when not given.</param>
/// <param name="OnlyAvailableNow">Only companies that offer something now.</param>
/// <param name="Limit">How many companies at the most, from 1 to 100; 20 when not given.</param>
/// <param name="Skills">Skills that the person has, by name.</param>
/// <param name="Means">How the person can get to work.</param>
/// <param name="ReachKm">How many kilometres the person can travel, from 1 to 200.</param>
/// <param name="ReachMinutes">How many minutes the person can travel, from 5 to 180.</param>
/// <param name="WeeklyHours">Hours a week that the person can work, from 1 to 48.</param>
/// <param name="Unavailable">Times of the week at which the person cannot work.</param>
/// <param name="Context">Whether outdoors or indoors is needed; either when not given.</param>
/// <param name="Effort">The most physical effort that the person can make.</param>
/// <param name="NeedsInterruptions">Whether the person must be able to interrupt the work.</param>
/// <param name="DrivingLicence">Whether the person has a driving licence; null if it is not known.</param>
/// <param name="Shifts">Whether the person can work in shifts; null if it is not known.</param>
/// <param name="Kind"><c>extracurricular</c> or <c>socialInclusion</c>: for which kind of internship the quota is looked at.</param>
internal sealed record MatchCompanies(
    IReadOnlyList<string>? Sectors, string Municipality, int? MaxKm, bool? OnlyAvailableNow, int? Limit, IReadOnlyList<string>? Skills, IReadOnlyList<Means>? Means, int? ReachKm,
    int? ReachMinutes, int? WeeklyHours, IReadOnlyList<TimeWindow>? Unavailable, WorkContext? Context, Effort? Effort, bool? NeedsInterruptions, bool? DrivingLicence,
    bool? Shifts, string? Kind) : IQuery<CompanyMatches>
{
    /// <summary>What matching looks at.</summary>
    internal FunctionalCriteria Criteria() => new(
        Sectors ?? [], Municipality, Skills ?? [], Means ?? [], ReachKm, ReachMinutes, WeeklyHours, Unavailable ?? [], Context ?? WorkContext.Either, Effort, NeedsInterruptions ?? false,
        DrivingLicence, Shifts);
}

/// <summary>The companies in order, and those that a hard constraint excludes.</summary>
/// <param name="Items">The best first.</param>
/// <param name="Excluded">The nearest of those excluded.</param>
/// <param name="ExcludedCount">How many are excluded in all.</param>
/// <param name="Examined">How many companies within the distance were looked at; the search stops at a bounded number.</param>
internal sealed record CompanyMatches(IReadOnlyList<CompanyMatch> Items, IReadOnlyList<ExcludedCompany> Excluded, int ExcludedCount, int Examined);

/// <summary>A company with each reason for its place in the list.</summary>
/// <param name="Name">The legal name.</param>
/// <param name="SectorIsWished">Whether its sector is among those wished.</param>
/// <param name="AvailabilityIsKnown">Whether what it offers was verified lately enough to count today.</param>
/// <param name="PlacesLeft">Places that it offers and nobody has taken.</param>
/// <param name="QuotaLeft">How many more internships it may host by its staff; null if that cannot be told.</param>
/// <param name="Opening">The offer that suits best; null if it offers nothing that is written.</param>
/// <param name="Score">Sum of the points of all reasons: the higher, the better it suits.</param>
/// <param name="MostPoints">The highest score that there can be.</param>
/// <param name="Reasons">Why it stands where it stands, each with its points.</param>
internal sealed record CompanyMatch(
    Guid Id, string Name, string Sector, string? MunicipalityName, string? Province, double? DistanceKm, bool SectorIsWished, bool AvailabilityIsKnown, int PlacesLeft, DateOnly? VerifiedOn,
    DateOnly? AvailableUntil, int? PermanentStaff, int? QuotaLeft, MatchedOffer? Opening, int Score, int MostPoints, IReadOnlyList<MatchReason> Reasons);

/// <summary>The opening that suits best.</summary>
/// <param name="Duties">What is to be done.</param>
internal sealed record MatchedOffer(Guid Id, string Duties, AvailabilityContext Context, int? WeeklyHours);

/// <summary>A company that is excluded, and why.</summary>
/// <param name="Name">The legal name.</param>
/// <param name="Bars">What excludes it.</param>
internal sealed record ExcludedCompany(Guid Id, string Name, string? MunicipalityName, double? DistanceKm, IReadOnlyList<MatchReason> Bars);

internal static class MatchCompaniesEndpoint
{
    public static void MapMatchCompanies(this IEndpointRouteBuilder api) => api
        .MapPost("/company-matches", Handle)
        .WithName("matchCompanies")
        .WithSummary("Rank companies for a wish, with every reason, and say why others are excluded")
        .WithTags("Companies")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<CompanyMatches>> Handle(MatchCompanies body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct));
}

internal sealed class MatchCompaniesValidator : AbstractValidator<MatchCompanies>
{
    public MatchCompaniesValidator()
    {
        RuleForEach(match => match.Sectors).Must(Sectors.All.Contains).WithErrorCode("sector.unknown")
            .WithMessage(_ => new Words("Questo settore non è tra quelli previsti.", "This sector is not one of those known.").ToString());
        RuleFor(match => match.Sectors).HasAtMost(CandidateSql.Sectors);
        RuleFor(match => match.Municipality).Must(istat => Municipalities.ByIstat(istat) is { IsActive: true }).WithErrorCode("municipality.unknown")
            .WithMessage(_ => new Words("Questo comune non esiste: sceglierlo dall'elenco.", "This municipality does not exist: choose it from the list.").ToString());
        RuleFor(match => match.MaxKm).InclusiveBetween(1, 200);
        RuleFor(match => match.Limit).InclusiveBetween(1, 100);
        RuleFor(match => match.Skills).HasAtMost(50);
        RuleForEach(match => match.Means).IsInEnum();
        RuleFor(match => match.ReachKm).InclusiveBetween(1, 200);
        RuleFor(match => match.ReachMinutes).InclusiveBetween(5, 180);
        RuleFor(match => match.WeeklyHours).InclusiveBetween(1, 48);
        RuleFor(match => match.Unavailable).HasAtMost(50);
        RuleForEach(match => match.Unavailable).Must(window => window is not null && window.From < window.To).WithErrorCode("window.ends-before-it-begins")
            .WithMessage(_ => new Words("L'ora di fine deve venire dopo quella di inizio.", "The end must be later than the beginning.").ToString());
        RuleFor(match => match.Kind).Must(kind => kind is null or "extracurricular" or "socialInclusion").WithErrorCode("kind.unknown")
            .WithMessage(_ => new Words("Il tipo di tirocinio non è tra quelli previsti.", "This kind of internship is not one of those known.").ToString());
    }
}

internal sealed class MatchCompaniesHandler(CandidateSearch search, MatchBook book, TimeProvider clock) : IRequestHandler<MatchCompanies, CompanyMatches>
{
    private const int DefaultKm = 30, DefaultLimit = 20, ExcludedShown = 20;

    public async Task<CompanyMatches> Handle(MatchCompanies request, CancellationToken cancellationToken)
    {
        var (today, wish) = (clock.Today(), request.Criteria());
        var candidates = await search.FindAsync(Municipalities.ByIstat(request.Municipality)!, request.MaxKm ?? DefaultKm, wish.Sectors, request.OnlyAvailableNow == true, cancellationToken);
        var weights = await book.WeightsAsync(cancellationToken);
        var until = candidates.ToDictionary(candidate => candidate.Id, candidate => candidate.AvailableUntil);
        var matches = (await book.ReadAsync(candidates, cancellationToken))
            .Select(known => MatchScore.Best(wish, known.Company, known.Openings, request.Kind, today, weights))
            .ToArray();
        var excluded = matches.Where(match => match.Fit.Bars.Count > 0).OrderBy(match => match.Facts.Km).ThenBy(match => match.Facts.Company.Name, StringComparer.Ordinal).ToArray();
        return new(
            [.. matches
                .Where(match => match.Fit.Bars.Count == 0)
                .OrderByDescending(match => match.Fit.Score).ThenBy(match => match.Facts.Km).ThenBy(match => match.Facts.Company.Name, StringComparer.Ordinal)
                .Take(request.Limit ?? DefaultLimit)
                .Select(match => Show(match.Facts, match.Fit, until[match.Facts.Company.Id]))],
            [.. excluded.Take(ExcludedShown).Select(match => new ExcludedCompany(
                match.Facts.Company.Id, match.Facts.Company.Name, match.Facts.Company.Place?.Name, Rounded(match.Facts.Km), match.Fit.Bars))],
            excluded.Length, matches.Length);
    }

    private static CompanyMatch Show(MatchFacts facts, Fit fit, DateOnly? until)
    {
        var (company, opening) = (facts.Company, facts.Opening);
        var current = opening?.State is AvailabilityState.Current;
        return new(
            company.Id, company.Name, company.Sector, company.Place?.Name, company.Place?.ProvinceCode, Rounded(facts.Km), facts.Wish.Sectors.Contains(company.Sector), current,
            current ? opening!.Places : 0, opening?.VerifiedOn ?? company.LastVerifiedOn, current ? until : null, company.PermanentStaff, facts.Quota?.Left,
            opening is null ? null : new(opening.Id, opening.Duties, opening.Context, opening.WeeklyHours), fit.Score, fit.Reasons.Sum(reason => reason.Most), fit.Reasons);
    }

    private static double? Rounded(double? km) => km is { } known ? Math.Round(known, 1) : null;
}
