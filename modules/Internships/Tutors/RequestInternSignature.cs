using FluentValidation;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Tutors;

/// <summary>Sends the intern the link with which they read and sign a month's register. Sent again it is a reminder: only the last link counts.</summary>
internal sealed record RequestInternSignature(Guid Id, string Month, string? Email) : ICommand<SentTutorLink>;

/// <summary>Takes the link back.</summary>
internal sealed record RevokeInternLink(Guid Id, string Month) : ICommand;

/// <summary>Where the intern is sent the link, and when they were last reminded of this month.</summary>
internal sealed record GetInternLink(Guid Id, string Month) : IQuery<InternReach>;

/// <summary>Takes the address away.</summary>
internal sealed record ForgetInternContact(Guid Id) : ICommand;

/// <param name="Email">The address that was used last, while it is kept.</param>
/// <param name="Link">The link of the month, if one was sent.</param>
internal sealed record InternReach(string? Email, ShownTutorLink? Link);

internal static class RequestInternSignatureEndpoint
{
    internal sealed record InternSignatureRequest(string? Email = null);

    public static void MapRequestInternSignature(this IEndpointRouteBuilder internships)
    {
        internships.MapPost("/{id:guid}/attendance/{month}/intern-link", Handle)
            .WithName("requestInternSignature").WithSummary("Send the intern a link to sign a month's register, or remind them").RequireRight(InternshipsModule.Write);
        internships.MapDelete("/{id:guid}/attendance/{month}/intern-link", Revoke)
            .WithName("revokeInternLink").WithSummary("Take back the intern's link of a month").RequireRight(InternshipsModule.Write);
        internships.MapGet("/{id:guid}/attendance/{month}/intern-link", Read)
            .WithName("getInternLink").WithSummary("Read where the intern is sent the link and when they were last reminded").RequireRight(InternshipsModule.Write);
        internships.MapDelete("/{id:guid}/intern-contact", Forget)
            .WithName("forgetInternContact").WithSummary("Take the intern's address for links away").RequireRight(InternshipsModule.Write);
    }

    private static async Task<Ok<SentTutorLink>> Handle(Guid id, string month, InternSignatureRequest body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new RequestInternSignature(id, month, body.Email), ct));

    private static async Task<NoContent> Revoke(Guid id, string month, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RevokeInternLink(id, month), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<InternReach>> Read(Guid id, string month, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetInternLink(id, month), ct));

    private static async Task<NoContent> Forget(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ForgetInternContact(id), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RequestInternSignatureValidator : AbstractValidator<RequestInternSignature>
{
    public RequestInternSignatureValidator() => RuleFor(request => request.Email).IsAnAddress();
}

internal sealed class RequestInternSignatureHandler(
    IDbSession db, VisibleInternships internships, RegisterReader reader, TutorLinks links, RegisterLinks registers, IFieldCipher cipher, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<RequestInternSignature, SentTutorLink>, IRequestHandler<RevokeInternLink, Unit>, IRequestHandler<GetInternLink, InternReach>, IRequestHandler<ForgetInternContact, Unit>
{
    private const string Select = "select email_cipher from internships_intern_contact where internship_id = @Id";

    private const string Change = "update internships_intern_contact set email_cipher = @Email, at = @At, by_id = @By where internship_id = @Id";

    private const string Insert = "insert into internships_intern_contact (internship_id, email_cipher, at, by_id) values (@Id, @Email, @At, @By)";

    private const string Delete = "delete from internships_intern_contact where internship_id = @Id";

    public async Task<SentTutorLink> Handle(RequestInternSignature request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        var (subject, month) = (RegisterSubject.Of(row), RegisterMonth.Read(request.Month));
        var sheet = await reader.SheetAsync(subject, month, cancellationToken);
        InternIsAsked.Check(subject, month, sheet, clock.Today());
        var known = await EmailAsync(row, cancellationToken);
        if (string.IsNullOrWhiteSpace(request.Email) && known is null)
        {
            throw new FieldException("email", "intern-link.no-address", new("Di questa persona non c'è ancora un indirizzo per i link: scriverlo qui.", "There is no address of this person for links yet: write it here."));
        }

        var email = string.IsNullOrWhiteSpace(request.Email) ? known! : request.Email.Trim();
        if (email != known)
        {
            await RememberAsync(row, email, cancellationToken);
        }

        return await registers.SendAsync(TutorTask.InternRegister, row, forCase, month, email, cancellationToken);
    }

    public async Task<Unit> Handle(RevokeInternLink request, CancellationToken cancellationToken)
    {
        await registers.RevokeAsync(TutorTask.InternRegister, request.Id, request.Month, cancellationToken);
        return Unit.Value;
    }

    public async Task<InternReach> Handle(GetInternLink request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        audit.Reads("internship", row.Id, "attendance");
        audit.Reads("beneficiary", row.BeneficiaryId, "intern-contact");
        var reach = await links.ReachAsync(row, TutorTask.InternRegister, RegisterMonth.Read(request.Month).Text, cancellationToken);
        return new(await EmailAsync(row, cancellationToken), reach.Link);
    }

    public async Task<Unit> Handle(ForgetInternContact request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        await db.ExecuteAsync(Delete, new { row.Id }, cancellationToken);
        registers.Changed(row);
        return Unit.Value;
    }

    private async Task<string?> EmailAsync(InternshipRow row, CancellationToken ct) => cipher.Unprotect(await db.ScalarAsync<string>(Select, new { row.Id }, ct));

    private async Task RememberAsync(InternshipRow row, string email, CancellationToken ct)
    {
        var values = new { row.Id, Email = cipher.ProtectFor(row.BeneficiaryId, email), At = clock.GetUtcNow(), By = user.Id };
        if (await db.ExecuteAsync(Change, values, ct) == 0)
        {
            await db.ExecuteAsync(Insert, values, ct, ifTaken: () => new ConflictException("internship.try-again", new(
                "Nel frattempo un'altra persona ha modificato questo tirocinio: rileggerlo e riprovare.", "Somebody else changed this internship in the meantime: read it again and retry.")));
        }
    }
}
