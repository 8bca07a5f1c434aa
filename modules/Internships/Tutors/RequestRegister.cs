using FluentValidation;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Tutors;

/// <summary>Sends the host's tutor the link with which a month's register is written and signed. Sent again it is a reminder: only the last link counts.</summary>
internal sealed record RequestRegister(Guid Id, string Month, string? Email) : ICommand<SentTutorLink>;

/// <summary>Takes the link of a month back.</summary>
internal sealed record RevokeRegisterLink(Guid Id, string Month) : ICommand;

/// <summary>Where the host's tutor is reached, and when they were last reminded of this month.</summary>
internal sealed record GetRegisterLink(Guid Id, string Month) : IQuery<TutorReach>;

/// <summary>Takes the tutor's address away: nobody is reminded by itself any more.</summary>
internal sealed record ForgetTutor(Guid Id) : ICommand;

internal static class RequestRegisterEndpoint
{
    internal sealed record RegisterRequest(string? Email = null);

    public static void MapRequestRegister(this IEndpointRouteBuilder internships)
    {
        internships.MapPost("/{id:guid}/attendance/{month}/tutor-link", Handle)
            .WithName("requestRegister").WithSummary("Send the host's tutor a link to write and sign a month's register, or remind them").RequireRight(InternshipsModule.Write);
        internships.MapDelete("/{id:guid}/attendance/{month}/tutor-link", Revoke)
            .WithName("revokeRegisterLink").WithSummary("Take back the link of a month's register").RequireRight(InternshipsModule.Write);
        internships.MapGet("/{id:guid}/attendance/{month}/tutor-link", Read)
            .WithName("getRegisterLink").WithSummary("Read where the host's tutor is reached and when they were last reminded").RequireRight(InternshipsModule.Read);
        internships.MapDelete("/{id:guid}/tutor-contact", Forget)
            .WithName("forgetTutor").WithSummary("Take the address of the host's tutor away").RequireRight(InternshipsModule.Write);
    }

    private static async Task<Ok<SentTutorLink>> Handle(Guid id, string month, RegisterRequest body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new RequestRegister(id, month, body.Email), ct));

    private static async Task<NoContent> Revoke(Guid id, string month, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RevokeRegisterLink(id, month), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<TutorReach>> Read(Guid id, string month, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetRegisterLink(id, month), ct));

    private static async Task<NoContent> Forget(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ForgetTutor(id), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RequestRegisterValidator : AbstractValidator<RequestRegister>
{
    public RequestRegisterValidator() => RuleFor(request => request.Email).IsAnAddress();
}

internal sealed class RequestRegisterHandler(IDbSession db, VisibleInternships internships, TutorLinks links, RegisterLinks registers, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<RequestRegister, SentTutorLink>, IRequestHandler<RevokeRegisterLink, Unit>, IRequestHandler<GetRegisterLink, TutorReach>, IRequestHandler<ForgetTutor, Unit>
{
    public async Task<SentTutorLink> Handle(RequestRegister request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        var month = RegisterMonth.Read(request.Month);
        var register = await db.FindAsync<RegisterRow>(RegisterRow.Select, new { InternshipId = row.Id, Month = month.Text }, cancellationToken);
        TutorIsAsked.Check(RegisterSubject.Of(row), month, register, clock.Today());
        var known = await links.EmailAsync(row, cancellationToken);
        var email = TutorEmail.Or(request.Email, known);
        if (email != known)
        {
            await links.RememberAsync(row, email, cancellationToken);
        }

        return await registers.SendAsync(TutorTask.Register, row, forCase, month, email, cancellationToken);
    }

    public async Task<Unit> Handle(RevokeRegisterLink request, CancellationToken cancellationToken)
    {
        await registers.RevokeAsync(TutorTask.Register, request.Id, request.Month, cancellationToken);
        return Unit.Value;
    }

    public async Task<TutorReach> Handle(GetRegisterLink request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        audit.Reads("internship", row.Id, "attendance");
        return await links.ReachAsync(row, TutorTask.Register, RegisterMonth.Read(request.Month).Text, cancellationToken);
    }

    public async Task<Unit> Handle(ForgetTutor request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        await links.ForgetAsync(row, cancellationToken);
        registers.Changed(row);
        return Unit.Value;
    }
}
