using FluentValidation;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.History;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Tags;

/// <summary>Puts tags on chosen companies and takes others off; what else they carry stays.</summary>
/// <param name="Ids">The companies, at most 500.</param>
/// <param name="Add">Tags to put on, at most twenty.</param>
/// <param name="Remove">Tags to take off, at most twenty.</param>
internal sealed record TagCompanies(IReadOnlyList<Guid> Ids, IReadOnlyList<string> Add, IReadOnlyList<string> Remove) : ICommand<ChosenOutcome>;

internal static class TagCompaniesEndpoint
{
    /// <param name="Ids">Ids of the companies.</param>
    /// <param name="Add">Tags that all of them get.</param>
    /// <param name="Remove">Tags that none of them keeps.</param>
    internal sealed record CompanyTagging(IReadOnlyList<Guid>? Ids, IReadOnlyList<string>? Add, IReadOnlyList<string>? Remove);

    public static void MapTagCompanies(this IEndpointRouteBuilder companies) => companies
        .MapPost("/tags", Handle)
        .WithName("tagCompanies")
        .WithSummary("Put tags on several companies and take others off; those that are archived, missing or have too many are left out and told")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Ok<ChosenOutcome>> Handle(CompanyTagging body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new TagCompanies(body.Ids ?? [], body.Add ?? [], body.Remove ?? []), ct));
}

internal sealed class TagCompaniesValidator : AbstractValidator<TagCompanies>
{
    public TagCompaniesValidator()
    {
        this.SpeakOfNoExclusion(request => request.Add);
        RuleFor(request => request.Ids).AreChosen();
        RuleFor(request => request.Add).Must((request, add) => add.Count + request.Remove.Count > 0).WithErrorCode("tags.none")
            .WithMessage(_ => new Words("Scrivere almeno un'etichetta da mettere o da togliere.", "Write at least one tag to put on or to take off.").ToString());
        RuleFor(request => request.Add).Must(AreWords).WithErrorCode("tags.form").WithMessage(_ => Form.ToString());
        RuleFor(request => request.Remove).Must(AreWords).WithErrorCode("tags.form").WithMessage(_ => Form.ToString());
        RuleFor(request => request.Remove).Must((request, remove) => !Keys(request.Add).Overlaps(Keys(remove))).When(request => AreWords(request.Add) && AreWords(request.Remove)).WithErrorCode("tags.both")
            .WithMessage(_ => new Words("La stessa etichetta non si può mettere e togliere insieme: lasciarla in una sola delle due liste.", "The same tag cannot be put on and taken off at once: leave it in one of the two lists.").ToString());
    }

    private static Words Form { get; } = new(
        "Ogni etichetta è una parola o poche, di 40 caratteri al più; se ne indicano al più venti per volta.",
        "Each tag is a word or a few, of 40 characters at most; twenty at most at a time.");

    private static bool AreWords(IReadOnlyList<string> tags) => tags.Count <= TagBook.Most && tags.All(tag => tag is { Length: <= TagBook.LongestTag } && TagBook.Key(tag).Length > 0);

    private static HashSet<string> Keys(IReadOnlyList<string> tags) => [.. tags.Select(TagBook.Key)];
}

internal sealed class TagCompaniesHandler(ChosenDesk desk, TagBook tags, CompanyHistory history) : IRequestHandler<TagCompanies, ChosenOutcome>
{
    public async Task<ChosenOutcome> Handle(TagCompanies request, CancellationToken cancellationToken)
    {
        var add = request.Add.Select(tag => tag.Trim()).DistinctBy(TagBook.Key).ToArray();
        var remove = request.Remove.Select(TagBook.Key).ToHashSet();
        var choice = await desk.OpenAsync(request.Ids, cancellationToken);
        var carried = await tags.OfAllAsync(choice.Open.Select(company => company.Id), cancellationToken);
        var changes = new List<TagChange>();
        var already = 0;
        foreach (var company in choice.Open)
        {
            var change = new TagChange(company.Id, [.. carried[company.Id]], add, remove);
            if (!change.IsAny)
            {
                already++;
            }
            else if (change.IsTooMany)
            {
                choice.LeftOut.Add(company.LeftOut(LeftOutReason.TooManyTags));
            }
            else
            {
                changes.Add(change);
            }
        }

        await desk.MoveAsync([.. changes.Select(change => change.CompanyId)], cancellationToken);
        await tags.WriteAllAsync(changes, cancellationToken);
        await history.TellAllAsync(changes.Select(change => new ToldChange(change.CompanyId, CompanyChange.Tags, null, change.Before, change.After)), cancellationToken);
        return new(changes.Count, already, choice.LeftOut);
    }
}
