using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.CompanyNetwork.History;
using InclusionPlatform.CompanyNetwork.People;
using InclusionPlatform.CompanyNetwork.Sites;
using InclusionPlatform.CompanyNetwork.Tags;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>Makes two companies again of what was merged: what moved goes back, what was written since stays with the survivor.</summary>
internal sealed record UndoMerge(Guid SurvivorId, Guid MergeId) : ICommand;

internal static class UndoMergeEndpoint
{
    public static void MapUndoMerge(this IEndpointRouteBuilder companies) => companies
        .MapPost("/{companyId:guid}/merges/{mergeId:guid}/undoing", Handle)
        .WithName("undoCompanyMerge")
        .WithSummary("Undo a merge: both companies are there again")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid companyId, Guid mergeId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new UndoMerge(companyId, mergeId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class UndoMergeHandler(
    IDbSession db, MergeDesk desk, MovedRows moved, CompanyWriter companies, SearchWords words, SiteBook sites, PeopleBook people, TagBook tags, DuplicateFinder duplicates, AvailabilityBook book,
    CompanyHistory history, IEvents events, ICurrentUser user, TimeProvider clock) : IRequestHandler<UndoMerge, Unit>
{
    private const string SelectMerge = """
        select merged_id as MergedId, survivor_before as SurvivorBefore, survivor_after as SurvivorAfter, merged_before as MergedBefore, undone_at as UndoneAt
        from   company_network_merge
        where  id = @MergeId and survivor_id = @SurvivorId
        """;

    private const string Claim = "update company_network_merge set undone_at = @At, undone_by_name = @ByName where id = @MergeId and undone_at is null";

    private const string Revive = """
        update company_network_company
        set    merged_into = null, archived_at = null, archive_reason = null, vat_number = @VatNumber, tax_code = @TaxCode, next_contact_on = @NextContactOn,
               version = version + 1, updated_at = @At
        where  id = @MergedId
        """;

    public async Task<Unit> Handle(UndoMerge request, CancellationToken cancellationToken)
    {
        var merge = await db.FindAsync<MergeRow>(SelectMerge, new { request.MergeId, request.SurvivorId }, cancellationToken) ?? throw new NotFoundException("merge");
        var survivor = await desk.ReadAsync(request.SurvivorId, cancellationToken);
        MergeIsUndoneOnce.Check(merge.UndoneAt is not null, survivor.Row.MergedInto is not null);
        ArchivedCompanyStaysAsItIs.Check(survivor.Row.ArchivedAt);
        var now = clock.GetUtcNow();
        MergeIsUndoneOnce.Check(
            await db.ExecuteAsync(Claim, new { request.MergeId, At = now, ByName = user.DisplayName }, cancellationToken) == 0, survivorWasMerged: false);

        var (before, after, mergedBefore) = (MergeSnapshot.Read(merge.SurvivorBefore), MergeSnapshot.Read(merge.SurvivorAfter), MergeSnapshot.Read(merge.MergedBefore));
        var data = await ReturnPartsAsync(request, survivor, before, after, mergedBefore, merge.MergedId, cancellationToken);
        await companies.UpdateAsync(request.SurvivorId, survivor.Row.Version, survivor.Row.Data, data, cancellationToken);
        await tags.WriteAsync(request.SurvivorId, [], mergedBefore.Tags.ExceptBy(before.Tags.Select(TagBook.Key), TagBook.Key), cancellationToken);
        await db.ExecuteAsync(
            Revive, new { merge.MergedId, mergedBefore.Data.VatNumber, mergedBefore.Data.TaxCode, mergedBefore.NextContactOn, At = now }, cancellationToken, NumberTaken);
        await words.RewriteAsync([request.SurvivorId, merge.MergedId], cancellationToken);
        await duplicates.WriteKeysAsync(merge.MergedId, mergedBefore.Data, cancellationToken);
        await desk.WriteCallsAsync(
            request.SurvivorId, Unless(survivor.Row.NextContactOn, after.NextContactOn, before.NextContactOn), Unless(survivor.Row.LastContactAt, after.LastContactAt, before.LastContactAt),
            survivor.Row.LastContactAt == after.LastContactAt ? before.LastOutcome : survivor.Row.LastOutcome, cancellationToken);
        await book.RecountAsync(request.SurvivorId, cancellationToken);
        await book.RecountAsync(merge.MergedId, cancellationToken);
        await history.TellAsync(request.SurvivorId, CompanyChange.MergeUndone, mergedBefore.Data.Name, null, cancellationToken);
        await history.TellAsync(merge.MergedId, CompanyChange.MergeUndone, mergedBefore.Data.Name, null, cancellationToken);
        events.Publish(new CompanyMergeUndone(request.MergeId, request.SurvivorId, merge.MergedId));
        return Unit.Value;
    }

    /// <summary>Gives the lists back, and answers what the survivor is afterwards: fields that nobody touched since are as before.</summary>
    private async Task<CompanyData> ReturnPartsAsync(
        UndoMerge request, OpenCompany survivor, MergeSnapshot before, MergeSnapshot after, MergeSnapshot mergedBefore, Guid mergedId, CancellationToken ct)
    {
        var current = survivor.Row.Data;
        var data = CompanyField.All.Where(field => field.Text(current) == field.Text(after.Data)).Aggregate(current, (restored, field) => field.Take(restored, before.Data));
        var movedSites = await moved.ChosenAsync(request.MergeId, MovedRows.Sites, ct);
        var movedPeople = await moved.ChosenAsync(request.MergeId, MovedRows.People, ct);
        var goneSite = survivor.MainSite is { } main && movedSites.Contains(main.Id);
        var gonePerson = survivor.FirstPerson is { } first && movedPeople.Contains(first.Id);
        await moved.ReturnAsync(request.MergeId, request.SurvivorId, mergedId, ct);
        if (mergedBefore.MainSite is { } mergedMain)
        {
            await sites.MakeMainAsync(mergedMain, mergedId, ct);
        }

        if (mergedBefore.FirstPerson is { } mergedFirst)
        {
            await people.MakeFirstAsync(mergedFirst, mergedId, ct);
        }

        if (goneSite && (survivor.Sites.FirstOrDefault(site => site.Id == before.MainSite) ?? survivor.Sites.FirstOrDefault(site => !movedSites.Contains(site.Id))) is { } site)
        {
            await sites.MakeMainAsync(site.Id, request.SurvivorId, ct);
            data = data with { Address = site.Address, Cap = site.Cap, Municipality = site.Municipality, PermanentStaff = site.PermanentStaff };
        }

        if (gonePerson)
        {
            var person = survivor.People.FirstOrDefault(one => one.Id == before.FirstPerson) ?? survivor.People.FirstOrDefault(one => !movedPeople.Contains(one.Id));
            if (person is not null)
            {
                await people.MakeFirstAsync(person.Id, request.SurvivorId, ct);
            }

            data = data with
            {
                ContactPerson = person is null
                    ? new(null, null, null, null, null, false)
                    : new(person.Name, person.Role, person.Phone, person.Email, person.PreferredHours, person.DoNotCall),
            };
        }

        return data;
    }

    private static T? Unless<T>(T? current, T? after, T? before) where T : struct => Nullable.Equals(current, after) ? before : current;

    private static ConflictException NumberTaken() => new("company.vat-number-taken", new(
        "Nel frattempo la partita IVA o il codice fiscale dell'azienda unita sono stati dati a un'altra: toglierli da quella e riprovare.",
        "Meanwhile the merged company's VAT number or tax code was given to another one: take it away there and try again."));

    private sealed record MergeRow(Guid MergedId, string SurvivorBefore, string SurvivorAfter, string MergedBefore, DateTimeOffset? UndoneAt);
}
