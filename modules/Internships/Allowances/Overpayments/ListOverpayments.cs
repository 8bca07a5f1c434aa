using System.Globalization;
using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Overpayments;

/// <summary>What was paid too much to people to whom nothing else is due, who waits longest first. There are few, so they are read whole and shown by pages.</summary>
internal sealed record ListOverpayments(Guid? ProgrammeId, string? Cursor, int? Limit, bool? Total) : IQuery<Page<ListedOverpayment>>;

/// <summary>An overpayment to be closed.</summary>
/// <param name="Version">What a closing is recorded upon.</param>
/// <param name="InternshipId">The internship.</param>
/// <param name="BeneficiaryId">Who got it.</param>
/// <param name="Name">Their name.</param>
/// <param name="Month">The month that was paid.</param>
/// <param name="ProgrammeId">The programme that paid.</param>
/// <param name="ProgrammeName">Its name.</param>
/// <param name="Cents">What is left to be closed.</param>
/// <param name="Since">When the corrected register was closed.</param>
/// <param name="Renouncement">A renouncement that awaits a second person.</param>
/// <param name="MayConfirm">Whoever asks did not record that renouncement and may confirm it.</param>
internal sealed record ListedOverpayment(
    int Version, Guid InternshipId, Guid BeneficiaryId, string Name, string Month, Guid ProgrammeId, string ProgrammeName, long Cents, DateOnly? Since, ShownClosing? Renouncement, bool MayConfirm);

internal static class ListOverpaymentsEndpoint
{
    public static void MapListOverpayments(this IEndpointRouteBuilder overpayments) => overpayments
        .MapGet("/", Handle)
        .WithName("listOverpayments")
        .WithSummary("List what was paid too much to people to whom nothing else is due, who waits longest first")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<Ok<Page<ListedOverpayment>>> Handle(Guid? programmeId, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListOverpayments(programmeId, cursor, limit, total), ct));
}

internal sealed class ListOverpaymentsHandler(OverpaymentDesk desk, ClosingBook book, ICurrentUser user, IMediator mediator) : IRequestHandler<ListOverpayments, Page<ListedOverpayment>>
{
    public async Task<Page<ListedOverpayment>> Handle(ListOverpayments request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = int.TryParse(Paging.Decode(request.Cursor, 1)?[0], CultureInfo.InvariantCulture, out var place) ? place : 0;
        var all = await desk.OpenAsync(request.ProgrammeId, cancellationToken);
        var page = Paging.Page(
            [.. all.Select((one, at) => (One: one, Place: at + 1)).Skip(after).Take(limit + 1)], limit, row => [row.Place.ToString(CultureInfo.InvariantCulture)], request.Total == true ? all.Count : null);
        if (page.Items.Count == 0)
        {
            return new([], null, page.Total);
        }

        var waiting = (await book.WaitingAsync([.. page.Items.Select(row => row.One.InternshipId)], cancellationToken)).ToDictionary(row => (row.InternshipId, row.Month));
        var shown = (await book.ShowAsync(waiting.Values, cancellationToken)).ToDictionary(one => one.Id);
        var people = (await mediator.Send(new NamePayees([.. page.Items.Select(row => row.One.BeneficiaryId).Distinct()], ClosingBook.Purpose), cancellationToken)).ToDictionary(payee => payee.BeneficiaryId, payee => payee.DisplayName);
        var programmes = (await mediator.Send(new DescribeProgrammes([.. page.Items.Select(row => row.One.ProgrammeId).Distinct()]), cancellationToken)).ToDictionary(one => one.Id, one => one.Name);
        return new(
            [.. page.Items.Select(row => Of(row.One, waiting.GetValueOrDefault((row.One.InternshipId, row.One.Month))))],
            page.NextCursor, page.Total);

        ListedOverpayment Of(Overpayment one, ClosingRow? closing) => new(
            one.Version, one.InternshipId, one.BeneficiaryId, people.GetValueOrDefault(one.BeneficiaryId, ""), one.Month, one.ProgrammeId, programmes.GetValueOrDefault(one.ProgrammeId, ""), one.Cents,
            one.Since?.InItaly(), closing is null ? null : shown[closing.Id], closing is not null && closing.RecordedBy != user.Id);
    }
}
