using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;

namespace InclusionPlatform.Internships.Tutors;

/// <summary>Sends and takes back the links for the register of a month, the host's tutor's and the intern's alike.</summary>
internal sealed class RegisterLinks(VisibleInternships internships, TutorLinks links, IMediator mediator, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>Mails the link for a month; sent again it is a reminder.</summary>
    public async Task<SentTutorLink> SendAsync(TutorTask task, InternshipRow row, CaseFacts forCase, RegisterMonth month, string email, CancellationToken ct)
    {
        var company = (await mediator.Send(new DescribeCompanies([row.CompanyId]), ct)) is [var label, ..] ? label.Name : "";
        var words = task is TutorTask.InternRegister ? RegisterMail.OfIntern(month) : RegisterMail.Of(month);
        var sent = await links.SendAsync(row, task, month.Text, email, new(forCase.DisplayName, company), words, RegisterMail.Until(month, clock.GetUtcNow()), ct);
        Changed(row);
        return sent;
    }

    /// <summary>Takes the link of a month back.</summary>
    public async Task RevokeAsync(TutorTask task, Guid internshipId, string month, CancellationToken ct)
    {
        var (row, _) = await internships.FindAsync(internshipId, ct);
        await links.RevokeAsync(row, task, RegisterMonth.Read(month).Text, ct);
        Changed(row);
    }

    /// <summary>Notes that the internship was changed, and so its person.</summary>
    public void Changed(InternshipRow row)
    {
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
    }
}
