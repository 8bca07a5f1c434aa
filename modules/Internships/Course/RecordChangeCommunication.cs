using System.Linq.Expressions;
using FluentValidation;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Course;

/// <summary>Records the mandatory communication of an extension.</summary>
internal sealed record RecordExtensionCommunication(Guid Id, Guid ExtensionId, string? CommunicationProtocol, DateOnly? CommunicationSentOn) : ICommand;

/// <summary>Records the mandatory communication of an end before the day that was known.</summary>
internal sealed record RecordCessationCommunication(Guid Id, int Version, string? CommunicationProtocol, DateOnly? CommunicationSentOn) : ICommand;

internal static class RecordChangeCommunicationEndpoints
{
    internal sealed record ExtensionCommunication(string? CommunicationProtocol, DateOnly? CommunicationSentOn);

    internal sealed record CessationCommunication(string? CommunicationProtocol, DateOnly? CommunicationSentOn);

    public static void MapRecordChangeCommunications(this IEndpointRouteBuilder internships)
    {
        internships.MapPut("/{id:guid}/extensions/{extensionId:guid}/communication", Extension)
            .WithName("recordExtensionCommunication").WithSummary("Record the communication of an extension").RequireRight(InternshipsModule.Write);
        internships.MapPut("/{id:guid}/cessation-communication", Cessation)
            .WithName("recordCessationCommunication").WithSummary("Record the communication of an end before its day").RequireRight(InternshipsModule.Write);
    }

    private static async Task<NoContent> Extension(Guid id, Guid extensionId, ExtensionCommunication body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordExtensionCommunication(id, extensionId, body.CommunicationProtocol, body.CommunicationSentOn), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Cessation(Guid id, CessationCommunication body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordCessationCommunication(id, match.Version, body.CommunicationProtocol, body.CommunicationSentOn), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RecordExtensionCommunicationValidator : AbstractValidator<RecordExtensionCommunication>
{
    public RecordExtensionCommunicationValidator(TimeProvider clock) => this.HasAReceipt(one => one.CommunicationProtocol, one => one.CommunicationSentOn, clock);
}

internal sealed class RecordCessationCommunicationValidator : AbstractValidator<RecordCessationCommunication>
{
    public RecordCessationCommunicationValidator(TimeProvider clock) => this.HasAReceipt(one => one.CommunicationProtocol, one => one.CommunicationSentOn, clock);
}

internal static class ReceiptRules
{
    /// <summary>A communication is recorded with its protocol number and its day, which is not to come.</summary>
    public static void HasAReceipt<T>(this AbstractValidator<T> validator, Expression<Func<T, string?>> protocol, Expression<Func<T, DateOnly?>> sentOn, TimeProvider clock)
    {
        validator.RuleFor(protocol).NotEmpty().MaximumLength(60);
        validator.RuleFor(sentOn).NotNull().IsOfAPaper(clock);
    }
}

internal sealed class RecordChangeCommunicationHandler(IDbSession db, VisibleInternships internships, IAuditTrail audit)
    : IRequestHandler<RecordExtensionCommunication, Unit>, IRequestHandler<RecordCessationCommunication, Unit>
{
    private const string UpdateExtension = """
        update internships_extension set communication_protocol = @Protocol, communication_sent_on = @SentOn where id = @ExtensionId and internship_id = @Id
        """;

    private const string UpdateCessation = """
        update internships_internship
        set    cessation_protocol = @Protocol, cessation_sent_on = @SentOn, version = version + 1
        where  id = @Id and version = @Version and cessation_due_on is not null
        """;

    public async Task<Unit> Handle(RecordExtensionCommunication request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        if (request.CommunicationSentOn < row.StartsOn)
        {
            throw new FieldException("communicationSentOn", "internship.communication-before-start", new Words(
                "Il tirocinio è cominciato il {0:d}: la comunicazione della proroga viene dopo. Controllare la data.",
                "The internship began on {0:d}: the communication of its extension comes later. Check the date.").With(row.StartsOn));
        }

        var values = new { row.Id, request.ExtensionId, Protocol = request.CommunicationProtocol!.Trim(), SentOn = request.CommunicationSentOn };
        if (await db.ExecuteAsync(UpdateExtension, values, cancellationToken) == 0)
        {
            throw new NotFoundException("extension");
        }

        Audit(row);
        return Unit.Value;
    }

    public async Task<Unit> Handle(RecordCessationCommunication request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.CessationDueOn is null)
        {
            throw new ConflictException("internship.no-cessation-due", row.IsOver
                ? new("Il tirocinio è finito il giorno già comunicato: per la fine non serve un’altra comunicazione.", "The internship ended on the day that was communicated: its end needs no other communication.")
                : new("Il tirocinio non è finito: prima si registra la conclusione, poi la sua comunicazione.", "The internship is not over: record its end first, then its communication."));
        }

        if (request.CommunicationSentOn < row.StartsOn)
        {
            throw new FieldException("communicationSentOn", "internship.communication-before-start", new Words(
                "Il tirocinio è cominciato il {0:d}: la comunicazione della fine viene dopo. Controllare la data.",
                "The internship began on {0:d}: the communication of its end comes later. Check the date.").With(row.StartsOn));
        }

        if (await db.ExecuteAsync(UpdateCessation, new { row.Id, request.Version, Protocol = request.CommunicationProtocol!.Trim(), SentOn = request.CommunicationSentOn }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        Audit(row);
        return Unit.Value;
    }

    private void Audit(InternshipRow row)
    {
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
    }
}
