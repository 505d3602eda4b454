export default function Page() {
  return <p>Only its route is used.</p>;
}
