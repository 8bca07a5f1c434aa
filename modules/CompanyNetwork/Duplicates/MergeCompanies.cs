using FluentValidation;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.CompanyNetwork.History;
using InclusionPlatform.CompanyNetwork.People;
using InclusionPlatform.CompanyNetwork.Sites;
using InclusionPlatform.CompanyNetwork.Tags;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>Makes one company of two: field by field as chosen, the lists of both, whatever other modules keep of the merged one.</summary>
internal sealed record MergeCompanies(Guid SurvivorId, int Version, Guid? MergedId, int? MergedVersion, IReadOnlyList<string> Take) : ICommand<MergedCompanies>;

internal sealed record MergedCompanies(Guid Id);

/// <summary>What to merge.</summary>
/// <param name="MergedId">The company that becomes part of the one in the address.</param>
/// <param name="MergedVersion">Its version, as it was looked at.</param>
/// <param name="Take">The fields to take from it; <c>mainSite</c> and <c>contactPerson</c> are taken whole. All others stay as they are.</param>
internal sealed record MergeChoice(Guid? MergedId, int? MergedVersion, IReadOnlyList<string>? Take);

internal static class MergeCompaniesEndpoint
{
    public static void MapMergeCompanies(this IEndpointRouteBuilder companies) => companies
        .MapPost("/{companyId:guid}/merge", Handle)
        .WithName("mergeCompanies")
        .WithSummary("Merge another company into this one; If-Match holds this one's version")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Ok<MergedCompanies>> Handle(Guid companyId, MergeChoice body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new MergeCompanies(companyId, match.Version, body.MergedId, body.MergedVersion, body.Take ?? []), ct));
}

internal sealed class MergeCompaniesValidator : AbstractValidator<MergeCompanies>
{
    public MergeCompaniesValidator()
    {
        RuleFor(request => request.MergedId).NotEmpty();
        RuleFor(request => request.MergedVersion).NotNull();
        RuleForEach(request => request.Take).Must(CompanyField.Choices.Contains).WithErrorCode("merge.field-unknown")
            .WithMessage(_ => new Words("Questo campo non è tra quelli che si possono scegliere.", "This field is not one of those that can be chosen.").ToString());
    }
}

internal sealed class MergeCompaniesHandler(
    IDbSession db, MergeDesk desk, MovedRows moved, CompanyWriter companies, SearchWords words, SiteBook sites, PeopleBook people, TagBook tags, DuplicateFinder duplicates, AvailabilityBook book,
    CompanyHistory history, IEvents events, ICurrentUser user, TimeProvider clock) : IRequestHandler<MergeCompanies, MergedCompanies>
{
    private const string InsertMerge = """
        insert into company_network_merge (
            id, survivor_id, merged_id, merged_name, survivor_before, survivor_after, merged_before, merged_at, merged_by, merged_by_name, undone_at, undone_by_name)
        values (@Id, @SurvivorId, @MergedId, @MergedName, @SurvivorBefore, '', @MergedBefore, @At, @By, @ByName, null, null)
        """;

    private const string KeepAfter = "update company_network_merge set survivor_after = @After where id = @Id";

    // Its numbers are freed for the survivor; they are kept with the merge.
    private const string Vacate = """
        update company_network_company
        set    merged_into = @SurvivorId, archived_at = @At, archive_reason = @Reason, vat_number = null, tax_code = null, next_contact_on = null, version = version + 1, updated_at = @At
        where  id = @MergedId and version = @MergedVersion
        """;

    public async Task<MergedCompanies> Handle(MergeCompanies request, CancellationToken cancellationToken)
    {
        var (survivorId, mergedId) = (request.SurvivorId, request.MergedId!.Value);
        CompanyIsNotMergedWithItself.Check(survivorId, mergedId);
        var survivor = await desk.ReadAsync(survivorId, cancellationToken);
        var merged = await desk.ReadAsync(mergedId, cancellationToken);
        ArchivedCompanyStaysAsItIs.Check(survivor.Row.ArchivedAt);
        ArchivedCompanyStaysAsItIs.Check(merged.Row.ArchivedAt);

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.ExecuteAsync(
            InsertMerge,
            new
            {
                Id = id, SurvivorId = survivorId, MergedId = mergedId, MergedName = merged.Row.Name, SurvivorBefore = survivor.Snapshot.Write(), MergedBefore = merged.Snapshot.Write(),
                At = now, By = user.Id, ByName = user.DisplayName,
            },
            cancellationToken);
        if (await db.ExecuteAsync(
            Vacate, new { SurvivorId = survivorId, MergedId = mergedId, request.MergedVersion, At = now, Reason = ReasonOf(survivor.Row.Name) }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await duplicates.ForgetAsync(mergedId, cancellationToken);
        await MovePartsAsync(id, survivor, merged, request.Take, cancellationToken);
        var after = CompanyField.All.Where(field => Takes(request.Take, survivor, field.Choice)).Aggregate(survivor.Row.Data, (data, field) => field.Take(data, merged.Row.Data));
        await companies.UpdateAsync(survivorId, request.Version, survivor.Row.Data, after, cancellationToken);
        await words.RewriteAsync([survivorId, mergedId], cancellationToken);
        await tags.WriteAsync(survivorId, merged.Tags, [], cancellationToken);
        var mergedIsLater = merged.Row.LastContactAt > survivor.Row.LastContactAt || survivor.Row.LastContactAt is null;
        await desk.WriteCallsAsync(
            survivorId, Earlier(survivor.Row.NextContactOn, merged.Row.NextContactOn), mergedIsLater ? merged.Row.LastContactAt : survivor.Row.LastContactAt,
            mergedIsLater ? merged.Row.LastOutcome : survivor.Row.LastOutcome, cancellationToken);
        await book.RecountAsync(survivorId, cancellationToken);
        await book.RecountAsync(mergedId, cancellationToken);
        await db.ExecuteAsync(KeepAfter, new { Id = id, After = (await desk.ReadAsync(survivorId, cancellationToken)).Snapshot.Write() }, cancellationToken);
        await history.TellAsync(survivorId, CompanyChange.Merged, merged.Row.Name, survivor.Row.Name, cancellationToken);
        await history.TellAsync(mergedId, CompanyChange.Merged, merged.Row.Name, survivor.Row.Name, cancellationToken);
        events.Publish(new CompaniesMerged(id, survivorId, mergedId));
        return new(id);
    }

    /// <summary>Moves the lists; a place or a person that the survivor has already stays behind.</summary>
    private async Task MovePartsAsync(Guid id, OpenCompany survivor, OpenCompany merged, IReadOnlyList<string> take, CancellationToken ct)
    {
        var blankMain = survivor.MainSite is null or { IsBlank: true };
        var takesSite = take.Contains(CompanyField.MainSite);
        var takesPerson = Takes(take, survivor, CompanyField.FirstPerson);
        var movingSites = merged.Sites.Where(site => !site.IsBlank && !survivor.Sites.Any(site.IsSamePlaceAs) && !(site.IsMain && takesSite && blankMain)).Select(site => site.Id).ToHashSet();
        var movingPeople = merged.People.Where(person => !survivor.People.Any(person.IsSameAs)).Select(person => person.Id).ToHashSet();
        await moved.ChooseAsync(id, MovedRows.Sites, movingSites, ct);
        await moved.ChooseAsync(id, MovedRows.People, movingPeople, ct);
        await moved.MoveAsync(id, merged.Row.Id, survivor.Row.Id, ct);
        if (takesSite && merged.MainSite is { } site && movingSites.Contains(site.Id))
        {
            await sites.MakeMainAsync(site.Id, survivor.Row.Id, ct);
        }

        if (takesPerson && merged.FirstPerson is { } person && movingPeople.Contains(person.Id))
        {
            await people.MakeFirstAsync(person.Id, survivor.Row.Id, ct);
        }
    }

    // A company without anybody takes the other's person, or its calls would have nobody to ask for.
    private static bool Takes(IReadOnlyList<string> take, OpenCompany survivor, string choice) =>
        take.Contains(choice) || (choice == CompanyField.FirstPerson && survivor.FirstPerson is null);

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;

    private static string ReasonOf(string name)
    {
        var reason = new Words("Unita a «{0}»", "Merged into “{0}”").With(name).It;
        return reason.Length <= 400 ? reason : reason[..400];
    }
}
