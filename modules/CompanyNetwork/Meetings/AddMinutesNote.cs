using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>Amends approved minutes by a note of its own, signed with its author and day.</summary>
internal sealed record AddMinutesNote(Guid TableId, Guid MeetingId, string Note) : ICommand<AddedMinutesNote>;

internal sealed record AddedMinutesNote(Guid Id);

internal static class AddMinutesNoteEndpoint
{
    /// <param name="Note">What is to be added to approved minutes.</param>
    internal sealed record MinutesNoteBody(string Note);

    public static void MapAddMinutesNote(this IEndpointRouteBuilder tables) => tables
        .MapPost("/{workingTableId:guid}/meetings/{meetingId:guid}/notes", Handle)
        .WithName("addMinutesNote")
        .WithSummary("Amend approved minutes by a note")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<Created<AddedMinutesNote>> Handle(Guid workingTableId, Guid meetingId, MinutesNoteBody body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new AddMinutesNote(workingTableId, meetingId, body.Note), ct);
        return TypedResults.Created($"/api/v1/working-tables/{workingTableId}/meetings/{meetingId}", added);
    }
}

internal sealed class AddMinutesNoteValidator : AbstractValidator<AddMinutesNote>
{
    public AddMinutesNoteValidator() => RuleFor(request => request.Note).NotEmpty().MaximumLength(4000);
}

internal sealed class AddMinutesNoteHandler(IDbSession db, MeetingBook meetings, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<AddMinutesNote, AddedMinutesNote>
{
    private const string InsertNote = """
        insert into company_network_meeting_note (id, meeting_id, note, added_at, added_by_name)
        values (@Id, @MeetingId, @Note, @At, @ByName)
        """;

    public async Task<AddedMinutesNote> Handle(AddMinutesNote request, CancellationToken cancellationToken)
    {
        var known = await meetings.FindAsync(request.TableId, request.MeetingId, cancellationToken);
        NotesAmendApprovedMinutes.Check(known.ApprovedAt);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        audit.Changes("meeting", request.MeetingId);
        await db.ExecuteAsync(InsertNote, new { Id = id, request.MeetingId, Note = request.Note.Trim(), At = now, ByName = user.DisplayName }, cancellationToken);
        return new(id);
    }
}
